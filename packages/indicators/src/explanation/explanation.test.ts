import { langs } from '@strapetsi/text';
import { describe, expect, it } from 'vitest';
import { completionByCohort } from '../definitions/completion-by-cohort.js';
import { studentYears } from '../definitions/student-years.js';
import { calculateInMemory } from '../engine/calculate.js';
import { factsOf } from '../facts/facts-of.js';
import type { PlainPerson } from '../facts/plain-facts.js';
import { minimumPolicy, vipunen } from '../publication/policy.js';
import { publish } from '../publication/publish.js';
import { explainCell, NoSuchCellError } from './explain-cell.js';
import { explainDefinition } from './explain-definition.js';
import { explanationMarkdown, explanationText } from './explanation.js';

/** Students who are present for the whole of 2024, by school; one more right of each school is included in another one. */
function students(bySchool: Readonly<Record<string, number>>): readonly PlainPerson[] {
  return Object.entries(bySchool).flatMap(([school, count]) =>
    Array.from({ length: count + 1 }, (_, i) => ({
      key: `${school}${String(i)}`.padStart(32, '0'),
      rights: [
        {
          key: `${school}.${String(i)}`,
          provider: { key: 'p', label: { fi: 'Koivurannan koulutuskuntayhtymä' } },
          school: { key: school, label: { fi: `Koulu ${school}`, sv: `Skola ${school}` } },
          education: 'wholeQualification' as const,
          julyRule: 'removed' as const,
          nested: i === count,
          periods: [{ start: '2024-01-01', end: '2024-12-31', state: 'present' as const }],
        },
      ],
    })),
  );
}

const options = { by: ['school'] as const, period: { from: '2024-01-01', to: '2024-12-31' }, asOf: '2025-01-31' };
const findings = [{ code: 'funding-missing', severity: 'warning' as const }].map((finding) => ({
  ...finding,
  where: { path: '' },
  found: '',
  expected: '',
  message: { fi: '', sv: '', en: '' },
}));
const aggregate = calculateInMemory(factsOf(students({ A: 12, B: 3 })), studentYears, {
  ...options,
  findings: Array.from({ length: 7 }, () => findings).flat(),
});

describe('explaining a definition', () => {
  it('says what is counted, what is left out, by which law, since when, and what is not covered', () => {
    const text = explanationText(explainDefinition(studentYears, 'fi'));
    for (const said of [
      'Opiskelijavuodet',
      studentYears.meaning.fi,
      'Sisältyy toiseen opiskeluoikeuteen',
      'asti',
      'alkaen',
      ...studentYears.rules.flatMap(({ sources }) => sources.map(({ reference }) => reference)),
      ...studentYears.limits.map(({ fi }) => fi),
      ...studentYears.unverified.map(({ fi }) => fi),
      'Oppilaitos',
      `student-years ${studentYears.version}`,
    ])
      expect(text).toContain(said);
  });

  it.each(langs)('speaks %s alone', (lang) => {
    const own = explanationText(explainDefinition(completionByCohort, lang));
    expect(own).toContain(completionByCohort.meaning[lang]);
    for (const other of langs) if (other !== lang) expect(own).not.toContain(completionByCohort.meaning[other]);
    expect(own).not.toMatch(/\{\d\}|undefined/);
  });
});

it('writes an explanation as Markdown in which nothing of it becomes markup', () => {
  const parts = [{ heading: 'Heading', sentences: ['A_b <i>'], lines: ['one', '[two]'] }];
  expect(explanationMarkdown({ title: 'Title', parts }, 3)).toBe(
    '### Title\n\n**Heading**\n\nA\\_b \\<i\\>\n\n- one\n- \\[two\\]\n',
  );
});

describe('explaining a published figure', () => {
  const table = publish(aggregate, { definition: studentYears, policy: vipunen });

  it('says the value, what it rests on, what was left out, from when, and which findings touch it', () => {
    const text = explanationText(explainCell(table, ['A'], 'fi', () => 'Opintojen rahoitus puuttuu'));
    // 366 days of 2024 minus nothing by the rule until 2025: 12 × 366 / 365 = 12.03 student years
    expect(text).toContain('12,0\u00a0opiskelijavuotta.');
    expect(text).toContain('Luvun takana olevien määrä: 12.');
    // 12 + 1 + 3 + 1 = 17 rights, of which two are nested: rounded to 18 and withheld as 1–4
    expect(text).toContain('Koko taulukossa tarkasteltiin: 18.');
    expect(text).toContain('Sisältyy toiseen opiskeluoikeuteen: 1–4');
    expect(text).toContain('Opintojen rahoitus puuttuu: 6');
    expect(text).toContain('tilanne on 31.1.2025');
    expect(text).toContain('Koivurannan koulutuskuntayhtymä');
    expect(text).toContain('Vipusen tietosuojasääntö');
  });

  it('says of a small group that it is withheld, in every language, and not how small it is', () => {
    for (const lang of langs) {
      const [value] = explainCell(table, ['B'], lang).parts;
      expect(value?.sentences.join(' ')).not.toMatch(/\d/);
    }
    expect(explainCell(table, ['B'], 'sv').parts[0]?.sentences[0]).toContain('visas inte');
  });

  it('writes a share as part of its whole, in published counts, and says from when an immature one can be had', () => {
    const completion = calculateInMemory(factsOf(students({ A: 30 })), completionByCohort, {
      by: ['checkpoint'],
      period: { from: '2024-01-01', to: '2024-06-30' },
      asOf: '2025-01-31',
    });
    const states = publish(completion, { definition: completionByCohort, policy: minimumPolicy(5) });
    expect(explainCell(states, ['06'], 'en').parts[0]?.sentences).toEqual(['0.0% is 0 / 30.']);
    expect(explainCell(states, ['60'], 'en').parts[0]?.sentences[0]).toMatch(/^The follow-up is under way: .*2029/);
  });

  it('says which members there are where one is unknown', () => {
    expect(() => explainCell(table, ['C'], 'fi')).toThrow(NoSuchCellError);
    expect(() => explainCell(table, ['C'], 'fi')).toThrow('members[0]: found C, expected one of A, B');
    expect(() => explainCell(table, [], 'fi')).toThrow('0 members, expected 1 members');
  });
});
