import { catalogue, eqavet, explainDefinition, explanationText, hashOf, studentYears } from '@strapetsi/indicators';
import { langs } from '@strapetsi/text';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../testing/run-command.js';

describe('strapetsi definitions', () => {
  it.each(langs)('lists every indicator with its meaning in %s', async (lang) => {
    const { exitCode, output } = await runCommand(['definitions', '--lang', lang]);
    expect(exitCode).toBe(0);
    // The Finnish name of students on 20 September ends in a full stop of its own.
    expect(output).not.toContain('..');
    for (const { id, name, meaning } of catalogue) {
      expect(output).toContain(`${id}\n  ${name[lang]}`);
      expect(output).toContain(`. ${meaning[lang]}\n`);
    }
  });

  it('explains the ones asked for, as the library does', async () => {
    const { output } = await runCommand(['definitions', 'student-years', '--lang', 'sv']);
    expect(output).toBe(explanationText(explainDefinition(studentYears, 'sv')));
  });

  it('gives the definition itself as JSON, with its hash', async () => {
    const { output } = await runCommand(['definitions', 'student-years', '--json']);
    expect(JSON.parse(output)).toEqual([{ ...JSON.parse(JSON.stringify(studentYears)), hash: hashOf(studentYears) }]);
  });

  it('says which indicators there are where one is unknown', async () => {
    const { exitCode, errors } = await runCommand(['definitions', 'shoe-size', '--lang', 'en']);
    expect(exitCode).toBe(2);
    expect(errors).toContain('There is no indicator shoe-size.');
    expect(errors).toContain('student-years');
  });

  it.each(langs)('says in %s by which figures EQAVET 4, 5 and 8 are had, and what is not covered', async (lang) => {
    const { exitCode, output } = await runCommand(['definitions', '--eqavet', '--lang', lang]);
    expect(exitCode).toBe(0);
    for (const { number, name, parts } of eqavet) {
      expect(output).toContain(`EQAVET ${String(number)}. ${name[lang]}\n`);
      for (const { id, numerator, notCovered } of parts) {
        expect(output).toContain(`${id}  ${numerator[lang]} / `);
        for (const text of notCovered) expect(output).toContain(`  - ${text[lang]}\n`);
      }
    }
    expect(output).toContain('\n  strapetsi calculate --indicator employed --by year --only yearsAfter=1\n    share: ');
    // Initial qualifications are told by a list that the run brings along.
    const initial = '--only qualificationType=initial\n    within48: ';
    expect(output).toContain(`\n  strapetsi calculate --indicator up-to-date-completion --by cohort ${initial}`);
  });

  it('gives the mapping of EQAVET as JSON, and takes no codes beside it', async () => {
    const { output } = await runCommand(['definitions', '--eqavet', '--json']);
    expect(JSON.parse(output)).toEqual(JSON.parse(JSON.stringify(eqavet)));
    const { exitCode, errors } = await runCommand(['definitions', 'employed', '--eqavet', '--lang', 'en']);
    expect(exitCode).toBe(2);
    expect(errors).toContain('--eqavet and codes of indicators cannot be used together');
  });
});
