import { createLanguage, langs } from '@strapetsi/text';
import type { Lang, Language } from '@strapetsi/text';
import { templates as fi } from './generated/fi.js';
import { templates as sv } from './generated/sv.js';

export function speak(lang: Lang): Language {
  switch (lang) {
    case 'fi':
      return createLanguage('fi', fi);
    case 'sv':
      return createLanguage('sv', sv);
    case 'en':
      return createLanguage('en');
  }
}

/**
 * The language asked for with `--lang`, else the one of the environment (STRAPETSI_LANG, LC_ALL, LC_MESSAGES, LANG),
 * else Finnish. Looked up before the arguments are read, because help and error messages speak it too.
 */
export function chooseLanguage(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): { readonly lang: Lang; readonly unknown?: string } {
  const position = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = position < 0 ? undefined : (args[position]?.split('=')[1] ?? args[position + 1] ?? '');
  const fromEnvironment = [
    environment['STRAPETSI_LANG'],
    environment['LC_ALL'],
    environment['LC_MESSAGES'],
    environment['LANG'],
  ]
    .map((value) => langs.find((lang) => new RegExp(`^${lang}(?![a-z])`, 'i').test(value ?? '')))
    .find((lang) => lang !== undefined);
  const lang = langs.find((one) => one === asked);
  if (lang !== undefined) return { lang };
  return { lang: fromEnvironment ?? 'fi', ...(asked === undefined ? {} : { unknown: asked }) };
}
