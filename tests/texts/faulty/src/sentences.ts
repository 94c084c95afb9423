import type { Language } from '@strapetsi/text';

export function variable({ msg }: Language, text: string): string {
  return msg(text);
}

export function sameId({ msg }: Language): string {
  return msg('Open', { id: 'open' });
}
