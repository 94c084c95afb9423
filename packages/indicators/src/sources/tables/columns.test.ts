import { describe, expect, test } from 'vitest';
import { columnsOf, nearest } from './columns.js';

describe('columns by name', () => {
  const wanted = { oid: ['Opiskeluoikeuden oid', 'Studierättens oid'], day: ['Päivä', 'Dag'], school: ['Oppilaitos'] };

  test('are found in any order and language, whatever the case and the spaces', () => {
    expect(columnsOf(['DAG', ' Studierättens \u00a0 oid\n', 'x'], wanted)).toEqual({
      at: { oid: 1, day: 0 },
      missing: ['school'],
      twice: [],
    });
  });

  test('are found where letters are written as letter and accent', () => {
    expect(columnsOf(['Päivä'.normalize('NFD')], wanted).at).toEqual({ day: 0 });
  });

  test('that come twice are told, and the first is taken', () => {
    expect(columnsOf(['Päivä', 'Oppilaitos', 'päivä'], wanted)).toMatchObject({
      at: { day: 0, school: 1 },
      twice: ['day'],
    });
  });

  test('the first of the wanted names goes before the others', () => {
    expect(columnsOf(['Dag', 'Päivä'], wanted).at).toEqual({ day: 1 });
  });
});

describe('the nearest name', () => {
  test('is the one with the fewest letters to change', () => {
    expect(nearest(['Nimi', 'Opiskeluoikeuden-oid', 'Oppilaitos'], ['Opiskeluoikeuden oid'])).toBe(
      'Opiskeluoikeuden-oid',
    );
    expect(nearest(['Paiva', 'Päivä X'], ['Päivä'])).toBe(undefined);
    expect(nearest(['Päiva'], ['Päivä'])).toBe('Päiva');
  });

  test('is none where nothing is near: what stands in a first row that is no head is not shown', () => {
    expect(nearest(['Meikäläinen', '010190-999X'], ['Oppilaitos', 'Nimi'])).toBeUndefined();
  });
});
