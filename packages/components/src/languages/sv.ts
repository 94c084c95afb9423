import { templates as charts } from '@strapetsi/charts/catalogues/sv';
import { templates as own } from './generated/sv.js';

export const templates = { ...charts, ...own };
