import type { Language } from '@strapetsi/text';

export function sameIdAgain({ msg }: Language): string {
  return msg('Opened', { id: 'open' });
}
