import { templates as charts } from '@strapetsi/charts/catalogues/fi';
import { templates as own } from './generated/fi.js';

export const templates = { ...charts, ...own };
