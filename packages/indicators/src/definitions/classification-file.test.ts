import { describe, expect, it } from 'vitest';
import type { Classification } from './classification.js';
import { parseClassification, printClassification } from './classification-file.js';

const costGroups: Classification = {
  id: 'costGroup',
  version: '2026',
  label: { fi: 'Kustannusryhmä', en: 'Cost group' },
  classes: [
    { id: '1', label: { fi: 'Ryhmä 1' } },
    { id: '2', label: { sv: 'Grupp 2' } },
  ],
  codes: { '331101': '1', '361902': '2' },
};

const file = { type: 'strapetsi.classification', schemaVersion: 1, ...costGroups };

describe('the file of a classification', () => {
  it('is read as it was written, with its type and version first', () => {
    const text = printClassification(costGroups);
    expect(text.startsWith('{\n "type": "strapetsi.classification",\n "schemaVersion": 1,\n "id": "costGroup",')).toBe(
      true,
    );
    expect(text.endsWith('}\n')).toBe(true);
    expect(parseClassification(JSON.parse(text))).toEqual({ ok: true, classification: costGroups });
  });

  it('may hold more, which is dropped', () => {
    const more = { ...file, made: 'by hand', classes: costGroups.classes.map((each) => ({ ...each, note: 1 })) };
    expect(parseClassification(more)).toEqual({ ok: true, classification: costGroups });
  });

  it.each([
    [undefined, '', 'object', 'nothing'],
    [[], '', 'object', 'an array of 0'],
    [{ ...file, type: 'other' }, 'type', '"strapetsi.classification"', '"other"'],
    [{ ...file, schemaVersion: 2 }, 'schemaVersion', '1', '2'],
    [{ ...file, id: '' }, 'id', 'a text that is not empty', '""'],
    [{ ...file, id: 7 }, 'id', 'string', '7'],
    [{ ...file, version: '' }, 'version', 'a text that is not empty', '""'],
    [{ ...file, label: { fi: 1 } }, 'label.fi', 'string', '1'],
    [{ ...file, label: { sv: 1 } }, 'label.sv', 'string', '1'],
    [{ ...file, label: { en: null } }, 'label.en', 'string', 'null'],
    [{ ...file, classes: {} }, 'classes', 'array', 'an object'],
    [{ ...file, classes: [{ id: '', label: {} }] }, 'classes[0].id', 'a text that is not empty', '""'],
    [{ ...file, classes: [...file.classes, { id: '3' }] }, 'classes[2].label', 'object', 'nothing'],
    [{ ...file, codes: { '331101': 1 } }, 'codes["331101"]', 'string', '1'],
    [{ ...file, classes: [...file.classes, { id: '1', label: {} }] }, 'classes[2].id', 'a class only once', '"1"'],
    [{ ...file, codes: { ...file.codes, '351301': '3' } }, 'codes["351301"]', 'the id of a class', '"3"'],
  ])('with a flaw (%#) is refused, and where and why is said', (json, path, expected, found) => {
    expect(parseClassification(json)).toEqual({ ok: false, problem: { path, expected, found } });
  });
});
