import { describe, expect, it } from 'vitest';
import { cellsOf, persons, right, units } from '../../testing/timelines.js';
import type { CalculateOptions } from '../engine/options.js';
import { completionMethods, educations, genders, workplaceKinds } from '../facts/codes.js';
import type { PlainPerson, PlainStudyRight } from '../facts/plain-facts.js';
import type { Classification } from './classification.js';
import { motherTongueGroups } from './classification-mother-tongue.js';
import { qualificationTypes } from './classification-qualification-type.js';
import { completionByCohort } from './completion-by-cohort.js';
import type { Definition, DimensionId } from './definition.js';
import { fundings } from './funding.js';
import { isAbove } from './hierarchies.js';
import { students } from './students.js';
import { workplaceDays } from './workplace-days.js';

const always = '2024-01-08 present, 2024-02-01 resigned';

/** Of each member, how many persons are present in January 2024 (the number of persons of a cell). */
function personsBy(
  by: DimensionId,
  people: readonly PlainPerson[],
  definition: Definition = students,
  classifications: readonly Classification[] = [],
): Readonly<Record<string, unknown>> {
  const options: CalculateOptions = {
    by: [by],
    period: { from: '2024-01-01', to: '2024-12-31' },
    asOf: '2025-01-01',
    classifications,
  };
  const cells = cellsOf(people, definition, options);
  return Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, Array.isArray(cell) ? cell[0] : cell]));
}

function withRights(...all: readonly Partial<PlainStudyRight>[]): readonly PlainPerson[] {
  return persons(...all.map((more) => [right(always, more)]));
}

describe('cuts by what a right is', () => {
  it.each(['provider', 'school', 'location', 'qualification', 'language'] as const)(
    '%s has the codes of the records as members, and unknown where there is none',
    (by) => {
      const people = withRights({ [by]: 'X1' }, { [by]: 'X2' }, { [by]: 'X2' });
      expect(personsBy(by, people)).toEqual({ X1: 1, X2: 2 });
    },
  );

  it('method: reform, curriculum, demonstration', () => {
    const people = withRights(...completionMethods.map((method) => ({ method })), { method: 'reform' }, {});
    expect(personsBy('method', people)).toEqual({ reform: 2, curriculum: 1, demonstration: 1, unknown: 1 });
  });

  it('education: whole qualification, units, preparatory, upper secondary or other', () => {
    const people = withRights(...educations.map((education) => ({ education, performanceType: 'telma' })), {
      education: 'wholeQualification',
    });
    expect(personsBy('education', people)).toEqual({
      wholeQualification: 2,
      qualificationUnits: 1,
      preparatory: 1,
      generalUpperSecondary: 1,
      other: 1,
    });
  });

  it('funding: a member of two digits for each code of the set opintojenrahoitus, which has no 5', () => {
    const codes = [1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17];
    const people = persons(...codes.map((funding) => [right(always, { period: { funding } })]));
    const ids = '01 02 03 04 06 07 08 09 10 11 12 13 14 15 16 17'.split(' ');
    expect(personsBy('funding', people)).toEqual(Object.fromEntries(ids.map((id) => [id, 1])));
    expect(fundings.map(({ id }) => id)).toEqual(ids);
  });

  it('type of qualification: as the code service relates the codes', () => {
    // Business (initial), immediate supervisor work (further), leadership and business management (specialist), TUVA (none).
    const people = withRights(
      { qualification: '331101' },
      { qualification: '355901' },
      { qualification: '437109' },
      { qualification: '999908' },
    );
    const types = personsBy('qualificationType', people, students, [qualificationTypes]);
    expect(types).toEqual({ initial: 1, further: 1, specialist: 1, unknown: 1 });
  });

  it('field: classes of the classification that the run brings', () => {
    const field: Classification = {
      id: 'field',
      version: '1',
      label: { fi: 'Ala' },
      classes: [
        { id: '1', label: { fi: 'A' } },
        { id: '2', label: { fi: 'B' } },
      ],
      codes: { Q1: '1', Q2: '2' },
    };
    const people = withRights({ qualification: 'Q1' }, { qualification: 'Q2' }, { qualification: 'Q2' });
    expect(personsBy('field', people, students, [field])).toEqual({ '1': 1, '2': 2 });
  });

  it('what was started: vocational education, whole or in units, upper secondary, preparatory', () => {
    const options: CalculateOptions = {
      by: ['started'],
      only: { checkpoint: ['12'] },
      period: { from: '2021-07-01', to: '2021-12-31' },
      asOf: '2027-06-15',
    };
    const start = '2021-08-09 present';
    const people = persons(
      [right(start)],
      [units(start)],
      [right(start, { education: 'generalUpperSecondary', performanceType: 'lukionoppimaara' })],
      [right(start, { education: 'preparatory', performanceType: 'telma' })],
    );
    const cells = Object.entries(cellsOf(people, completionByCohort, options));
    const counted = cells.map(([key, cell]) => [key, Array.isArray(cell) ? cell[0] : cell]);
    expect(Object.fromEntries(counted)).toEqual({ vocational: 2, generalUpperSecondary: 1, preparatory: 1 });
  });
});

describe('cuts by whose it is', () => {
  const of = (more: Partial<PlainPerson>, key: string): PlainPerson => ({ key, rights: [right(always)], ...more });

  it('gender: male, female, other, or unknown', () => {
    const people = [...genders.map((gender) => of({ gender }, gender)), of({ gender: 'female' }, 'd'), of({}, 'e')];
    expect(personsBy('gender', people)).toEqual({ male: 1, female: 2, other: 1, unknown: 1 });
  });

  it('mother tongue: Finnish, Swedish, Sámi and all others', () => {
    const people = ['FI', 'FI', 'SV', 'SE', 'RU', 'ET'].map((motherTongue, at) => of({ motherTongue }, String(at)));
    expect(personsBy('motherTongue', people)).toEqual({ fi: 2, sv: 1, se: 1, other: 2 });
  });

  it('age: in whole years at the end of the year, in the groups of Statistics Finland', () => {
    // Born 2024 − age: the first and last age of each group.
    const ages = [14, 15, 19, 20, 24, 25, 29, 30, 39, 40, 49, 50, 99];
    const people = ages.map((age) => of({ birthYear: 2024 - age }, String(age)));
    expect(personsBy('ageGroup', people)).toEqual({
      '00-14': 1,
      '15-19': 2,
      '20-24': 2,
      '25-29': 2,
      '30-39': 2,
      '40-49': 2,
      '50-99': 2,
    });
  });
});

describe('cuts of learning at work', () => {
  const days = { start: '2024-01-10', end: '2024-01-12' };

  it('kind: apprenticeship, training agreement, or on-the-job learning', () => {
    const people = withRights(...workplaceKinds.map((kind) => ({ workplaces: [{ kind, ...days }] })));
    expect(personsBy('workplaceKind', people, workplaceDays)).toEqual({
      apprenticeship: 1,
      trainingAgreement: 1,
      onTheJobLearning: 1,
    });
  });

  it('area: municipalities of workplaces', () => {
    const people = withRights(
      { workplaces: [{ kind: 'apprenticeship', area: '091', ...days }] },
      { workplaces: [{ kind: 'apprenticeship', area: '853', ...days }] },
    );
    expect(personsBy('area', people, workplaceDays)).toEqual({ '091': 1, '853': 1 });
  });
});

describe('groups of mother tongues', () => {
  it('are those of Vipunen: Sámi with Finnish, every other known language with the others', () => {
    const { codes, classes, id } = motherTongueGroups;
    expect(id).toBe('motherTongueGroup');
    expect(classes.map((each) => each.id)).toEqual(['fi', 'sv', 'other']);
    expect([codes.FI, codes.SE, codes.SV]).toEqual(['fi', 'fi', 'sv']);
    // First and last of the list, unknown (98, 99), and three spoken in Finland.
    for (const code of ['98', '99', 'AA', 'ZU', 'RU', 'ET', 'SO']) expect(codes[code], code).toBe('other');
    expect(codes['']).toBeUndefined();
    expect(Object.values(codes).filter((group) => group !== 'other')).toHaveLength(3);
  });
});

describe('hierarchies', () => {
  it.each([
    ['provider', 'school'],
    ['school', 'location'],
    ['provider', 'location'],
    ['qualificationType', 'qualification'],
    ['field', 'qualification'],
    ['survey', 'question'],
    ['year', 'halfYear'],
    ['halfYear', 'month'],
    ['year', 'month'],
  ] as const)('members of %s hold those of %s, and not the other way', (upper, lower) => {
    expect(isAbove(upper, lower)).toBe(true);
    expect(isAbove(lower, upper)).toBe(false);
  });

  it.each([
    ['provider', 'provider'],
    ['provider', 'qualification'],
    ['qualificationType', 'field'],
    ['gender', 'school'],
    ['school', 'gender'],
    ['year', 'school'],
  ] as const)('%s does not hold %s', (upper, lower) => {
    expect(isAbove(upper, lower)).toBe(false);
  });
});
