import type { Templates } from '@strapetsi/text';
import { templates as charts } from '@strapetsi/charts/catalogues/fi';
import { templates as own } from './generated/fi.js';

export const templates = { ...charts, ...own };

/** Sentences of the kinds of charts that are not on every page, and of what stands beside figures. */
export const more = async (): Promise<Templates> => (await import('@strapetsi/charts/catalogues/more-fi')).templates;
