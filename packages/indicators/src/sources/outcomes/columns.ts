import type { Mapping } from '../mapping/mapping.js';

/** Names by which a column is known: Finnish, Swedish, English. Case and spaces do not matter. */
export const outcomeColumns = {
  learner: [
    'Oppijanumero',
    'Oppija-oid',
    'Oppijan oid',
    'Studerandenummer',
    'Den studerandes oid',
    'Learner number',
    'Learner oid',
  ],
  identityCode: ['Henkilötunnus', 'Hetu', 'Personbeteckning', 'Identity code'],
  gender: ['Sukupuoli', 'Kön', 'Gender'],
  birthYear: ['Syntymävuosi', 'Födelseår', 'Birth year', 'Year of birth'],
  provider: [
    'Koulutuksen järjestäjän oid',
    'Koulutuksen järjestäjän tunnus',
    'Koulutuksen järjestäjä',
    'Koulutustoimija',
    'Järjestäjä',
    'Utbildningsanordnarens oid',
    'Utbildningsanordnare',
    'Anordnare',
    'Education provider',
    'Provider',
  ],
  school: [
    'Oppilaitoksen oid',
    'Oppilaitoksen tunnus',
    'Oppilaitosnumero',
    'Oppilaitos',
    'Läroanstaltens oid',
    'Läroanstalt',
    'School',
  ],
  qualification: [
    'Tutkintokoodi',
    'Koulutuskoodi',
    'Tutkinnon koodi',
    'Tutkinto',
    'Examenskod',
    'Examen',
    'Qualification code',
    'Qualification',
  ],
  graduated: [
    'Valmistumispäivä',
    'Tutkinnon suorituspäivä',
    'Valmistumisvuosi',
    'Tutkinnon suoritusvuosi',
    'Suoritusvuosi',
    'Utexamineringsdag',
    'Examensdatum',
    'Utexamineringsår',
    'Examensår',
    'Graduation date',
    'Graduation year',
    'Graduated',
  ],
  yearsAfter: [
    'Vuosia valmistumisesta',
    'Vuotta valmistumisesta',
    'Seurantavuosi',
    'År efter utexamineringen',
    'År efter examen',
    'Years after graduation',
    'Years after',
  ],
  activity: [
    'Pääasiallinen toiminta',
    'Pääasiallisen toiminnan koodi',
    'Huvudsaklig verksamhet',
    'Main activity',
    'Activity',
  ],
  graduates: [
    'Valmistuneita',
    'Valmistuneiden määrä',
    'Valmistuneet',
    'Lukumäärä',
    'Antal utexaminerade',
    'Utexaminerade',
    'Antal',
    'Graduates',
    'Number of graduates',
    'Count',
  ],
} as const;

/** Names of the columns with the situation after so many years, where they stand beside each other. */
export function activityAfter(years: 1 | 3 | 5): string[] {
  const [fi, sv, en] = years === 1 ? ['vuosi', 'år', 'year'] : ['vuotta', 'år', 'years'];
  return [
    `Toiminta ${years} ${fi} valmistumisesta`,
    `Pääasiallinen toiminta ${years} ${fi} valmistumisesta`,
    `Pääasiallinen toiminta ${years} v`,
    `Toiminta ${years} v`,
    `${years} ${fi} valmistumisesta`,
    `Verksamhet ${years} ${sv} efter examen`,
    `Huvudsaklig verksamhet ${years} ${sv} efter examen`,
    `${years} ${sv} efter examen`,
    `Main activity ${years} ${en} after graduation`,
    `Activity ${years} ${en} after`,
    `${years} ${en} after graduation`,
  ];
}

const labels = {
  provider: {
    fi: ['Koulutuksen järjestäjän nimi', 'Järjestäjän nimi'],
    sv: ['Utbildningsanordnarens namn', 'Koulutuksen järjestäjän nimi ruotsiksi'],
    en: ['Provider name', 'Name of the provider'],
  },
  school: {
    fi: ['Oppilaitoksen nimi'],
    sv: ['Läroanstaltens namn', 'Oppilaitoksen nimi ruotsiksi'],
    en: ['School name', 'Name of the school'],
  },
  qualification: {
    fi: ['Tutkinnon nimi'],
    sv: ['Examens namn', 'Examensnamn', 'Tutkinnon nimi ruotsiksi'],
    en: ['Qualification name', 'Name of the qualification'],
  },
};

/** What a file may leave out because it is the same for all of it. */
export interface OutcomeDefaults {
  readonly provider?: string;
  readonly yearsAfter?: 1 | 3 | 5;
}

type Fields = Mapping['tables'][number]['fields'];

/** The columns of a file of outcomes as a mapping. */
export function outcomeMapping(defaults: OutcomeDefaults): Mapping {
  const column = (names: readonly string[]) => ({ column: [...names] });
  const fields: Fields = {
    'person.learner': column(outcomeColumns.learner),
    'person.identityCode': column(outcomeColumns.identityCode),
    'person.birthYear': column(outcomeColumns.birthYear),
    'person.gender': column(outcomeColumns.gender),
    'outcome.provider': {
      ...column(outcomeColumns.provider),
      labels: labels.provider,
      ...(defaults.provider === undefined ? {} : { default: defaults.provider }),
    },
    'outcome.school': { ...column(outcomeColumns.school), labels: labels.school },
    'outcome.qualification': { ...column(outcomeColumns.qualification), labels: labels.qualification },
    'outcome.graduated': column(outcomeColumns.graduated),
    'outcome.yearsAfter': {
      ...column(outcomeColumns.yearsAfter),
      ...(defaults.yearsAfter === undefined ? {} : { default: defaults.yearsAfter }),
    },
    // 9 is "no information" in the code set of Statistics Finland.
    'outcome.activity': { ...column(outcomeColumns.activity), missing: noInformation },
    'outcome.activityAfter1': { ...column(activityAfter(1)), missing: noInformation },
    'outcome.activityAfter3': { ...column(activityAfter(3)), missing: noInformation },
    'outcome.activityAfter5': { ...column(activityAfter(5)), missing: noInformation },
    'outcome.graduates': column(outcomeColumns.graduates),
  };
  return {
    type: 'strapetsi.mapping',
    schemaVersion: 1,
    missing: ['-', '–', 'NULL'],
    tables: [{ of: 'outcomes', fields }],
  };
}

const noInformation = ['9', 'Ei tietoa', 'Information saknas', 'No information'];
