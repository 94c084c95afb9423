import { Parser } from 'saxen';

export interface XmlEvents {
  /** @param name without its prefix */
  open?(name: string, attribute: (name: string) => string | undefined): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** The XML of a workbook's part breaks its grammar. What stands there is not told. */
export class DamagedXmlError extends Error {
  override readonly name = 'DamagedXmlError';
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** @throws {DamagedXmlError} */
export function scanXml(xml: string, events: XmlEvents): void {
  const parser = new Parser();
  let damaged = false;
  parser.on('openTag', (name, attributes, decode) => {
    const given = attributes();
    events.open?.(localName(name), (wanted) => {
      const value = given[wanted];
      return value === undefined ? undefined : decode(value);
    });
  });
  parser.on('closeTag', (name) => events.close?.(localName(name)));
  parser.on('text', (text, decode) => events.text?.(decode(text)));
  parser.on('cdata', (text) => events.text?.(text));
  parser.on('error', () => {
    damaged = true;
  });
  parser.parse(xml);
  if (damaged) throw new DamagedXmlError();
}
