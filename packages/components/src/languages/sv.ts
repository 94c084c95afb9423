import { templates as charts } from '@strapetsi/charts/languages/sv';
import { templates as own } from './generated/sv.js';

export const templates = { ...charts, ...own };
