import type { Language } from '@strapetsi/text';

export function again({ msg }: Language): string {
  return msg('Show as a table', { desc: 'Button above a chart' });
}
