import { describe, expect, test } from 'vitest';
import { educations, julyRules, periodStates } from '../../facts/codes.js';
import { educationOf, isFinal, isKnownFunding, julyRuleOf, needsFunding, stateCodes, stateOf } from './codes.js';

const july = (...types: string[]) => julyRules[julyRuleOf(types)];
const education = (right: string | undefined, performance?: string) => educations[educationOf(right, performance)];
const stateNamed = (code: string) => stateOf(code) ?? -1;

describe('states of a study right', () => {
  test('every code of the national set is known, and each is a state of its own', () => {
    expect(stateCodes).toHaveLength(11);
    expect(new Set(stateCodes.map(stateOf)).size).toBe(periodStates.length);
    expect(stateOf('poistunut')).toBeUndefined();
    expect(stateOf('constructor')).toBeUndefined();
  });

  test('a right goes on while present, on holiday or interrupted, and ends with any other state', () => {
    expect(stateCodes.filter((code) => !isFinal(stateNamed(code)))).toEqual([
      'lasna',
      'loma',
      'valiaikaisestikeskeytynyt',
    ]);
  });

  test('present, holiday and graduated must say how they are funded', () => {
    expect(stateCodes.filter((code) => needsFunding(stateNamed(code)))).toEqual(['lasna', 'loma', 'valmistunut']);
  });

  test('funding codes are 1 to 17 without 5', () => {
    expect([0, 1, 4, 5, 6, 17, 18, 1.5, Number.NaN].map(isKnownFunding)).toEqual([
      false,
      true,
      true,
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('July under the rule of 2026 (KOSKI, AmmatillinenRaporttiUtils)', () => {
  test('is removed where any performance is a whole qualification, TELMA or TUVA', () => {
    expect(july('ammatillinentutkinto')).toBe('removed');
    expect(july('telma')).toBe('removed');
    expect(july('tuvakoulutuksensuoritus')).toBe('removed');
    expect(july('ammatillinentutkintoosittainen', 'ammatillinentutkinto')).toBe('removed');
  });

  test('is counted for units, smaller wholes and other vocational education', () => {
    expect(july('ammatillinentutkintoosittainen')).toBe('counted');
    expect(july('tutkinnonosaapienemmistäkokonaisuuksistakoostuvasuoritus')).toBe('counted');
    expect(july('muuammatillinenkoulutus')).toBe('counted');
  });

  test('other types, and none, give no value', () => {
    expect(july('valma')).toBe('noValue');
    expect(july('nayttotutkintoonvalmistavakoulutus')).toBe('noValue');
    expect(july()).toBe('noValue');
  });
});

describe('kinds of education', () => {
  test.each([
    ['ammatillinenkoulutus', 'ammatillinentutkinto', 'wholeQualification'],
    ['ammatillinenkoulutus', 'ammatillinentutkintoosittainen', 'qualificationUnits'],
    ['ammatillinenkoulutus', 'telma', 'preparatory'],
    ['ammatillinenkoulutus', 'valma', 'preparatory'],
    ['ammatillinenkoulutus', 'muuammatillinenkoulutus', 'other'],
    ['tuva', 'tuvakoulutuksensuoritus', 'preparatory'],
    ['luva', 'luva', 'preparatory'],
    ['perusopetuksenlisaopetus', 'perusopetuksenlisaopetus', 'preparatory'],
    ['vapaansivistystyonkoulutus', 'vstoppivelvollisillesuunnattukoulutus', 'preparatory'],
    ['lukiokoulutus', 'lukionoppimaara', 'generalUpperSecondary'],
    ['lukiokoulutus', 'lukionaineopinnot', 'other'],
    ['ibtutkinto', 'preiboppimaara', 'generalUpperSecondary'],
    ['diatutkinto', 'diavalmistavavaihe', 'generalUpperSecondary'],
    ['perusopetus', 'perusopetuksenvuosiluokka', 'other'],
    [undefined, undefined, 'other'],
    ['constructor', 'constructor', 'other'],
  ])('%s with %s is %s', (right, performance, expected) => {
    expect(education(right, performance)).toBe(expected);
  });
});
