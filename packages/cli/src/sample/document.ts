import type { Day } from '@strapetsi/indicators';
import { dayFromYmd, isoFromDay } from '@strapetsi/indicators';
import { educationLanguage, extentUnit, funding, states, wayOfAcquiring } from './code-sets.js';
import type { NationalCode } from './code-sets.js';
import { artificialIdentityCode } from './identity-code.js';
import type { SampledPerson } from './person.js';
import type { Provider, School } from './providers.js';
import type { SampledRight, SampledUnit } from './study-right.js';

/** A KOSKI document: what the source gives of one learner. Field names are KOSKI's. */
export interface KoskiDocument {
  readonly henkilö: Json;
  readonly opiskeluoikeudet: readonly Json[];
}
export type Json = { [key: string]: unknown };

/** The learner's document. `seed` scatters the oids so that they do not stand in order. */
export function koskiDocument(person: SampledPerson, provider: Provider, seed: number): KoskiDocument {
  return {
    henkilö: {
      oid: learnerOid(person, provider, seed),
      hetu: artificialIdentityCode(person.birthDay, individualNumber(person)),
      syntymäaika: isoFromDay(person.birthDay),
      etunimet: `Oppilas ${person.index + 1}`,
      kutsumanimi: 'Oppilas',
      sukunimi: 'Esimerkki',
      äidinkieli: reference({ set: 'kieli', version: 1, code: person.motherTongue }),
      turvakielto: false,
    },
    opiskeluoikeudet: person.rights.map((right) => studyRight(right, person, provider, seed)),
  };
}

/** 900–999: odd for men, even for women. */
function individualNumber(person: SampledPerson): number {
  return 900 + 2 * (person.index % 50) + (person.gender === 'male' ? 1 : 0);
}

const scatter = 6_364_137; // Has no factor in common with 10⁷, so that different indexes stay different.
const serials = 10_000_000;
const rightsPerPerson = 8;

/** Learners up to 10⁷ of a provider, and rights up to 8 of 1.25 × 10⁶ learners, have oids of their own. */
export const maximumStudents = serials / rightsPerPerson;

function oidOf(node: 15 | 24, provider: Provider, index: number, seed: number): string {
  const serial = (BigInt(index) * BigInt(scatter) + BigInt(Math.trunc(Math.abs(seed)))) % BigInt(serials);
  return `1.2.246.562.${node}.9${String(provider.number).padStart(3, '0')}${String(serial).padStart(7, '0')}`;
}

/** The learner's number, and that of a study right, as they stand in all files of a sample. */
export function learnerOid(person: SampledPerson, provider: Provider, seed: number): string {
  return oidOf(24, provider, person.index, seed);
}

export function rightOid(right: number, person: SampledPerson, provider: Provider, seed: number): string {
  return oidOf(15, provider, person.index * rightsPerPerson + right, seed);
}

function studyRight(right: SampledRight, person: SampledPerson, provider: Provider, seed: number): Json {
  const host = right.nestedIn === undefined ? undefined : person.rights[right.nestedIn];
  return {
    oid: rightOid(right.number, person, provider, seed),
    versionumero: 1 + (person.index % 7) + right.periods.length,
    aikaleima: `${isoFromDay(right.periods.at(-1)?.start ?? right.start)}T10:15:30.${String(100_000 + (person.index % 900_000))}`,
    oppilaitos: organisation(right.school),
    koulutustoimija: { oid: provider.oid, nimi: provider.name },
    ...(host === undefined
      ? {}
      : {
          sisältyyOpiskeluoikeuteen: {
            oppilaitos: organisation(host.school),
            oid: rightOid(host.number, person, provider, seed),
          },
        }),
    arvioituPäättymispäivä: isoFromDay(right.estimatedEnd),
    ...(isVocational(right) ? { ostettu: right.purchased } : {}),
    tila: {
      opiskeluoikeusjaksot: right.periods.map((period) => ({
        alku: isoFromDay(period.start),
        tila: reference(states[period.state]),
        ...(period.funding === undefined ? {} : { opintojenRahoitus: reference(funding(period.funding)) }),
      })),
    },
    suoritukset: [performance(right)],
    ...(right.kind === 'generalUpperSecondary' ? {} : { lisätiedot: additionalInformation(right) }),
    ...(right.kind === 'tuva'
      ? {
          järjestämislupa: reference({
            set: 'tuvajarjestamislupa',
            version: 1,
            code: 'ammatillinen',
            name: { fi: 'Ammatillisen koulutuksen järjestämislupa' },
          }),
        }
      : {}),
    tyyppi: reference({ set: 'opiskeluoikeudentyyppi', version: 1, code: studyRightType(right) }),
    alkamispäivä: isoFromDay(right.start),
    ...(right.ended === undefined ? {} : { päättymispäivä: isoFromDay(right.ended) }),
  };
}

function isVocational(right: SampledRight): boolean {
  return right.kind !== 'tuva' && right.kind !== 'generalUpperSecondary';
}

function studyRightType(right: SampledRight): string {
  if (right.kind === 'tuva') return 'tuva';
  return right.kind === 'generalUpperSecondary' ? 'lukiokoulutus' : 'ammatillinenkoulutus';
}

const performanceTypes = {
  wholeQualification: 'ammatillinentutkinto',
  units: 'ammatillinentutkintoosittainen',
  valma: 'valma',
  telma: 'telma',
  tuva: 'tuvakoulutuksensuoritus',
  otherVocational: 'muuammatillinenkoulutus',
  generalUpperSecondary: 'lukionoppimaara',
} as const;

/** Codes of the national classification for education that leads to no vocational qualification. */
const programmes = { valma: '999901', telma: '999903', tuva: '999908', generalUpperSecondary: '309902' } as const;

function performance(right: SampledRight): Json {
  const { school, kind } = right;
  const qualifying = kind === 'wholeQualification' || kind === 'units';
  return {
    koulutusmoduuli: module(right),
    ...(qualifying
      ? {
          suoritustapa: reference({
            set: 'ammatillisentutkinnonsuoritustapa',
            version: 1,
            code: 'reformi',
            name: { fi: 'Reformin mukainen näyttö', sv: 'Yrkesprov enligt reformen' },
          }),
        }
      : {}),
    toimipiste: { oid: school.location.oid, nimi: school.location.name },
    ...(right.graduated && right.ended !== undefined ? { vahvistus: confirmation(right.ended, school) } : {}),
    suorituskieli: reference(educationLanguage(school.language)),
    ...(qualifying ? { osaamisenHankkimistavat: waysOfAcquiring(right), koulutussopimukset: agreements(right) } : {}),
    ...(kind === 'generalUpperSecondary'
      ? {}
      : { osasuoritukset: right.units.map((unit) => partialPerformance(unit, right)) }),
    tyyppi: reference({ set: 'suorituksentyyppi', version: 1, code: performanceTypes[kind] }),
  };
}

function module(right: SampledRight): Json {
  switch (right.kind) {
    case 'wholeQualification':
    case 'units':
      return {
        tunniste: reference({
          set: 'koulutus',
          version: 12,
          code: right.qualification.code,
          name: right.qualification.name,
        }),
      };
    case 'otherVocational':
      return {
        tunniste: { koodiarvo: 'ESIM', nimi: { fi: 'Esimerkkikurssi', sv: 'Exempelkurs' } },
        kuvaus: { fi: 'Keksitty koulutus', sv: 'Påhittad utbildning' },
        laajuus: extent(10, '6'),
      };
    default:
      return {
        tunniste: reference({ set: 'koulutus', version: 12, code: programmes[right.kind] }),
        ...(right.kind === 'tuva'
          ? { laajuus: extent(38, '8') }
          : right.kind === 'generalUpperSecondary'
            ? {}
            : { laajuus: extent(60, '6') }),
      };
  }
}

function partialPerformance(
  { unit, assessed, grade, recognised, demonstrated }: SampledUnit,
  right: SampledRight,
): Json {
  const qualifying = right.kind === 'wholeQualification' || right.kind === 'units';
  const share = qualifying ? 1 : 0.5;
  return {
    koulutusmoduuli: {
      tunniste: qualifying
        ? reference({ set: 'tutkinnonosat', version: 2, code: unit.code, name: unit.name })
        : { koodiarvo: `OSA${unit.code.slice(-2)}`, nimi: unit.name },
      ...(qualifying ? { pakollinen: unit.mandatory } : {}),
      laajuus: extent(right.kind === 'tuva' ? 8 : unit.points * share, right.kind === 'tuva' ? '8' : '6'),
    },
    ...(qualifying
      ? {
          tutkinnonOsanRyhmä: reference({
            set: 'ammatillisentutkinnonosanryhma',
            version: 1,
            code: unit.group,
            name: unitGroups[unit.group],
          }),
        }
      : {}),
    arviointi: [assessment(grade, assessed, right)],
    ...(recognised ? { tunnustettu: recognition(grade) } : {}),
    ...(demonstrated && qualifying ? { näyttö: demonstration(grade, assessed) } : {}),
    ...(qualifying && unit.areas.length > 0
      ? {
          osasuoritukset: unit.areas.map((area) => ({
            koulutusmoduuli: {
              tunniste: reference({ set: 'ammatillisenoppiaineet', version: 1, code: area.code, name: area.name }),
              pakollinen: area.mandatory,
              laajuus: extent(area.points, '6'),
            },
            arviointi: [assessment(grade, assessed - (area.points % 3), right)],
            tyyppi: reference({ set: 'suorituksentyyppi', version: 1, code: 'ammatillisentutkinnonosanosaalue' }),
          })),
        }
      : {}),
    tyyppi: reference({ set: 'suorituksentyyppi', version: 1, code: partTypes[right.kind] }),
  };
}

const partTypes = {
  wholeQualification: 'ammatillisentutkinnonosa',
  units: 'ammatillisentutkinnonosa',
  valma: 'valmakoulutuksenosa',
  telma: 'telmakoulutuksenosa',
  tuva: 'tuvaammatillinenkoulutus',
  otherVocational: 'muunammatillisenkoulutuksenosasuoritus',
  generalUpperSecondary: 'lukionoppiaine',
} as const;

const unitGroups = {
  '1': { fi: 'Ammatilliset tutkinnon osat', sv: 'Yrkesinriktade examensdelar' },
  '2': { fi: 'Yhteiset tutkinnon osat', sv: 'Gemensamma examensdelar' },
  '3': { fi: 'Vapaasti valittavat tutkinnon osat', sv: 'Fritt valbara examensdelar' },
} as const;

function assessment(grade: number, assessed: Day, right: SampledRight): Json {
  const scale: NationalCode =
    right.kind === 'wholeQualification' || right.kind === 'units'
      ? { set: 'arviointiasteikkoammatillinen15', version: 1, code: String(grade), name: { fi: String(grade) } }
      : right.kind === 'tuva'
        ? { set: 'arviointiasteikkotuva', version: 1, code: 'Hyväksytty', name: { fi: 'Hyväksytty', sv: 'Godkänd' } }
        : {
            set: 'arviointiasteikkoammatillinenhyvaksyttyhylatty',
            version: 1,
            code: 'Hyväksytty',
            name: { fi: 'Hyväksytty', sv: 'Godkänd' },
          };
  return { arvosana: reference(scale), päivä: isoFromDay(Math.max(assessed, right.start)), hyväksytty: true };
}

function confirmation(day: Day, school: School): Json {
  return {
    päivä: isoFromDay(day),
    myöntäjäOrganisaatio: organisation(school),
    myöntäjäHenkilöt: [{ nimi: 'Myöntäjä 1', titteli: { fi: 'rehtori', sv: 'rektor' } }],
  };
}

function recognition(grade: number): Json {
  return {
    selite: {
      fi: 'Osaaminen on tunnustettu aiemmista opinnoista',
      sv: 'Kunnandet har erkänts utifrån tidigare studier',
    },
    rahoituksenPiirissä: grade > 3,
  };
}

function demonstration(grade: number, assessed: Day): Json {
  return {
    kuvaus: { fi: 'Työtehtäviä aidossa työympäristössä', sv: 'Arbetsuppgifter i en autentisk arbetsmiljö' },
    suorituspaikka: {
      tunniste: reference({
        set: 'ammatillisennaytonsuorituspaikka',
        version: 1,
        code: '1',
        name: { fi: 'työpaikka', sv: 'arbetsplats' },
      }),
      kuvaus: { fi: 'Esimerkkityöpaikka', sv: 'Exempelarbetsplats' },
    },
    suoritusaika: { alku: isoFromDay(assessed - 4), loppu: isoFromDay(assessed) },
    työssäoppimisenYhteydessä: grade > 2,
    arviointi: {
      arvosana: reference({
        set: 'arviointiasteikkoammatillinen15',
        version: 1,
        code: String(grade),
        name: { fi: String(grade) },
      }),
      päivä: isoFromDay(assessed),
      arvioitsijat: [
        { nimi: 'Arvioija 1', ntm: false },
        { nimi: 'Arvioija 2', ntm: true },
      ],
      hyväksytty: true,
    },
  };
}

function waysOfAcquiring(right: SampledRight): readonly Json[] {
  const apprenticeships = right.workplace.filter((spell) => spell.kind === 'oppisopimus');
  if (apprenticeships.length === 0) {
    return [
      {
        alku: isoFromDay(right.start),
        osaamisenHankkimistapa: { tunniste: reference(wayOfAcquiring('oppilaitosmuotoinenkoulutus')) },
      },
    ];
  }
  return apprenticeships.map((spell) => ({
    ...interval(spell),
    osaamisenHankkimistapa: {
      tunniste: reference(wayOfAcquiring('oppisopimus')),
      oppisopimus: {
        työnantaja: { nimi: { fi: 'Esimerkkityönantaja', sv: 'Exempelarbetsgivare' }, yTunnus: '1234567-1' },
      },
    },
  }));
}

function agreements(right: SampledRight): readonly Json[] {
  return right.workplace
    .filter((spell) => spell.kind === 'koulutussopimus')
    .map((spell) => ({
      ...interval(spell),
      työssäoppimispaikka: { fi: 'Esimerkkityöpaikka', sv: 'Exempelarbetsplats' },
      työssäoppimispaikanYTunnus: '1234567-1',
      paikkakunta: reference({ set: 'kunta', version: 2, code: '179', name: { fi: 'Jyväskylä', sv: 'Jyväskylä' } }),
      maa: reference({
        set: 'maatjavaltiot2',
        version: 2,
        code: '246',
        name: { fi: 'Suomi', sv: 'Finland', en: 'Finland' },
      }),
    }));
}

const freeEducationFrom = dayFromYmd(2021, 8, 1);

function additionalInformation(right: SampledRight): Json {
  const optional = (name: string, list: readonly Json[]): Json => (list.length === 0 ? {} : { [name]: list });
  const intervals = (spells: readonly { readonly start: Day; readonly end?: Day }[]): readonly Json[] =>
    spells.map(interval);
  return {
    ...optional('majoitus', intervals(isVocational(right) ? right.accommodation : [])),
    ...optional('erityinenTuki', intervals(right.specialSupport)),
    ...optional(
      'osaAikaisuusjaksot',
      isVocational(right) ? right.partTime.map((spell) => ({ ...interval(spell), osaAikaisuus: spell.percent })) : [],
    ),
    ...(right.freeOfCharge && right.start >= freeEducationFrom
      ? { maksuttomuus: [{ alku: isoFromDay(right.start), maksuton: true }] }
      : {}),
    koulutusvienti: false,
  };
}

function interval(spell: { readonly start: Day; readonly end?: Day }): Json {
  return {
    alku: isoFromDay(spell.start),
    ...(spell.end === undefined ? {} : { loppu: isoFromDay(Math.max(spell.start, spell.end)) }),
  };
}

function organisation(school: School): Json {
  return {
    oid: school.oid,
    oppilaitosnumero: reference({ set: 'oppilaitosnumero', version: 1, code: school.code }),
    nimi: school.name,
  };
}

function extent(value: number, unit: '2' | '6' | '8'): Json {
  return { arvo: value, yksikkö: reference(extentUnit(unit)) };
}

function reference(code: NationalCode): Json {
  return {
    koodiarvo: code.code,
    ...(code.name === undefined ? {} : { nimi: code.name }),
    koodistoUri: code.set,
    ...(code.version === undefined ? {} : { koodistoVersio: code.version }),
  };
}
