import { pick, textFor, type Lang, type LocalizedText } from '@strapetsi/text';
import type { Unit } from '../definitions/definition.js';
import type { IndicatorTable, TableMember } from '../publication/indicator-table.js';

type Text = Required<LocalizedText>;

/** Members of these are called by their name, which is nobody's to translate, as in charts; other labels carry the mark where they are not translated. */
const named = ['provider', 'school', 'location'];

export function memberName(dimension: string, { id, label }: TableMember, lang: Lang): string {
  return named.includes(dimension) ? (pick(label, lang)?.text ?? id) : textFor(label, lang, id);
}

/** What travels with a figure: its numerator, its denominator or the persons behind it, and the limits of an estimate. */
export function measureNames({ unit }: IndicatorTable['figure']): Readonly<Record<'x' | 'n' | 'from' | 'to', Text>> {
  return {
    x: { fi: 'Osoittaja', sv: 'Täljare', en: 'Numerator' },
    n:
      unit === 'share'
        ? { fi: 'Nimittäjä', sv: 'Nämnare', en: 'Denominator' }
        : { fi: 'Henkilöitä', sv: 'Personer', en: 'Persons' },
    from: { fi: '95 %:n luottamusvälin alaraja', sv: 'Nedre gräns, 95 %', en: 'Lower limit, 95 %' },
    to: { fi: '95 %:n luottamusvälin yläraja', sv: 'Övre gräns, 95 %', en: 'Upper limit, 95 %' },
  };
}

const unitNames: Readonly<Record<Unit, Text>> = {
  studentYears: { fi: 'opiskelijavuosi', sv: 'studerandeår', en: 'student year' },
  days: { fi: 'päivä', sv: 'dag', en: 'day' },
  share: { fi: 'osuus (0–1)', sv: 'andel (0–1)', en: 'share (0–1)' },
  students: { fi: 'opiskelija', sv: 'studerande', en: 'student' },
  studyRights: { fi: 'opiskeluoikeus', sv: 'studierätt', en: 'study right' },
  qualifications: { fi: 'tutkinto', sv: 'examen', en: 'qualification' },
  units: { fi: 'tutkinnon osa', sv: 'examensdel', en: 'unit' },
  competencePoints: { fi: 'osaamispiste', sv: 'kompetenspoäng', en: 'competence point' },
  months: { fi: 'kuukausi', sv: 'månad', en: 'month' },
  points: { fi: 'piste', sv: 'poäng', en: 'point' },
  mean: { fi: 'keskiarvo', sv: 'medelvärde', en: 'mean' },
  plans: { fi: 'suunnitelma', sv: 'plan', en: 'plan' },
  respondents: { fi: 'vastaaja', sv: 'svarande', en: 'respondent' },
  graduates: { fi: 'valmistunut', sv: 'utexaminerad', en: 'graduate' },
  employers: { fi: 'työnantaja', sv: 'arbetsgivare', en: 'employer' },
  agreements: { fi: 'sopimus', sv: 'avtal', en: 'agreement' },
};

/** What one of a figure is; a unit that a later version publishes is told by its code. */
export function unitName(unit: string, lang: Lang): string {
  return Object.entries(unitNames).find(([id]) => id === unit)?.[1][lang] ?? unit;
}
