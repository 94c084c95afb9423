import { str, type Language, type MsgFn } from '@strapetsi/text';

export function destructured({ msg }: Language, count: number): string {
  return msg(str`Withheld: ${count}`, { desc: 'Under a chart; a count' });
}

export function dotted(language: Language): string {
  return language.msg('Show as a table');
}

export function passed(msg: MsgFn, from: string, to: string): string {
  return msg(str`Use <file> & \`tick\`: ${from}–${to} ${from}.`);
}

/** Not a call of ours: it has the name but not the type. */
export function other(msg: (text: string) => string): string {
  return msg('Not a sentence');
}
