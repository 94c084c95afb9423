import type { Lang } from '@strapetsi/text';
import { fold } from '../tables/columns.js';

/**
 * Fields of Arvo's exports by what they mean: their names in its interface, and the headings of its CSV files in Finnish, Swedish
 * and English. Sources: CSCfi/arvo, schema/export.clj, service/csv.clj, kyselytyypit.clj; Opetushallitus/aipal, csv.clj, vipunen.clj.
 */
export const fieldNames = {
  respondentId: ['vastaajaid'],
  linkId: ['vastaajatunnusid'],
  code: ['vastaajatunnus', 'tunnus', 'svarskod', 'answer identifier'],
  answerId: ['vastausid'],
  questionId: ['kysymysid'],
  questionFi: ['kysymys_fi', 'kysymys'],
  questionSv: ['kysymys_sv', 'fråga'],
  questionEn: ['kysymys_en', 'question'],
  groupFi: ['kysymysryhma_fi', 'kysymysryhma', 'kysymysryhmä'],
  groupSv: ['kysymysryhma_sv', 'grupp av frågor'],
  groupEn: ['kysymysryhma_en', 'question group'],
  questionGroupId: ['kysymysryhmaid'],
  type: ['vastaustyyppi'],
  category: ['kategoria'],
  forFunding: ['rahoitusmallikysymys'],
  answerText: ['vastaus', 'svar', 'answer'],
  number: ['numerovalinta'],
  yesNo: ['vaihtoehto'],
  freeText: ['vapaateksti'],
  figure: ['luku'],
  cantSay: ['en_osaa_sanoa'],
  optionFi: ['monivalintavaihtoehto_fi', 'monivalintavaihtoehto'],
  optionSv: ['monivalintavaihtoehto_sv'],
  optionEn: ['monivalintavaihtoehto_en'],
  textFi: ['teksti_fi'],
  textSv: ['teksti_sv'],
  textEn: ['teksti_en'],
  order: ['jarjestys'],
  answered: ['vastausaika', 'svarstid', 'response time', 'vastauspäivä', 'svarsdatum', 'response date'],
  linkFrom: [
    'voimassa_alkupvm',
    'vastaajatunnus_alkupvm',
    'voimassa alkaen',
    'första svarsdag',
    'validitystartdate',
    'tunnuksen voimassaolon alkupäivä',
    'svarskodens startdatum',
    'the start date of the credential validity',
  ],
  linkTo: ['voimassa_loppupvm', 'vastaajatunnus_loppupvm', 'voimassaolo päättyy', 'sista svarsdag', 'validityenddate'],
  trigger: ['heratepvm', 'herätepäivä'],
  asked: [
    'kohteiden_lkm',
    'vastauskertoja',
    'kohteiden lkm',
    'kohteet',
    'kyselyn kohteet',
    'svarsantal',
    'responsecount',
    'asked',
  ],
  links: ['tunnuksia', 'vastaajatunnukset_lkm'],
  answers: ['vastausten_lkm', 'vastaajien_lkm', 'vastaajien lkm', 'vastanneet', 'respondents antal', 'respondentcount'],
  month: ['kuukausi', 'månad', 'month'],
  surveyId: ['kyselyid'],
  roundId: ['kyselykertaid'],
  round: ['kyselykerta', 'frågeformulärsomgång', 'questionnaire instance', 'nimi'],
  surveyFi: ['kysely_fi', 'kysely'],
  surveySv: ['kysely_sv', 'frågeformulär'],
  surveyEn: ['kysely_en', 'questionnaire', 'survey'],
  surveyType: ['tyyppi', 'kyselytyyppi'],
  targetGroup: ['kyselypohja_tarkenne', 'kyselyn kohderyhmä', 'kysely tarkenne'],
  provider: ['koulutustoimija', 'koulutuksen järjestäjä', 'utbildningsanordnare', 'education provider', 'ytunnus'],
  providerFi: ['koulutustoimija_fi', 'koulutustoimijan nimi'],
  providerSv: ['koulutustoimija_sv', 'namn på utbildningsaktör'],
  providerEn: ['koulutustoimija_en', 'name of education provider'],
  schoolCode: ['oppilaitoskoodi', 'läroanstalt kod', 'educational institution code'],
  school: ['valmistavan_koulutuksen_oppilaitos', 'oppilaitos', 'läroanstalt', 'educational institution'],
  schoolFi: ['valmistavan_koulutuksen_oppilaitos_fi', 'oppilaitos_nimi', 'oppilaitos_nimi_fi'],
  schoolSv: ['valmistavan_koulutuksen_oppilaitos_sv', 'oppilaitos_nimi_sv'],
  schoolEn: ['valmistavan_koulutuksen_oppilaitos_en', 'oppilaitos_nimi_en'],
  qualification: ['tutkintotunnus', 'tutkinto', 'tutkintokoodi', 'examen', 'degree', 'qualification'],
  qualificationFi: ['tutkinto_fi', 'tutkinto_selite', 'tutkinnon nimi', 'tutkinto_selite_fi'],
  qualificationSv: ['tutkinto_sv', 'namn på examen', 'tutkinto_selite_sv'],
  qualificationEn: ['tutkinto_en', 'name of degree', 'tutkinto_selite_en'],
  education: ['tutkintomuoto', 'taustakysymys_tavoite'],
  gender: ['taustakysymys_sukupuoli', 'sukupuoli', 'kön', 'gender'],
  birthYear: ['syntymavuosi', 'syntymävuosi', 'födelseår', 'year of birth'],
  motherTongue: ['taustakysymys_aidinkieli', 'aidinkieli', 'äidinkieli', 'modersmål', 'mother tongue'],
  days: [
    'tyopaikkajakson_kesto',
    'tyopaikkajaksojen_kesto',
    'työpaikkajakson kesto',
    'längd på arbetsplatsperiod',
    'duration of work-based learning period',
  ],
  workEnd: [
    'tyopaikkajakson_loppupvm',
    'työelämässä oppimisen loppupvm',
    'slutdatum för lärande i arbetslivet',
    'work-based learning end date',
  ],
  background: ['taustatiedot'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Field = keyof typeof fieldNames;

/** Fields that say what was asked and answered: where a record holds one answer. */
const ofAnswer: ReadonlySet<Field> = new Set<Field>([
  ...(['questionId', 'questionFi', 'questionSv', 'questionEn', 'groupFi', 'groupSv', 'groupEn'] as const),
  ...(['questionGroupId', 'type', 'category', 'forFunding', 'answerText', 'number', 'yesNo', 'freeText'] as const),
  ...(['figure', 'cantSay', 'optionFi', 'optionSv', 'optionEn', 'textFi', 'textSv', 'textEn', 'order'] as const),
]);

export function isOfAnswer(field: Field): boolean {
  return ofAnswer.has(field);
}

/** What else stands in Arvo's exports and is not needed: no question has such a name. */
const otherNames: readonly string[] = [
  ...['url', 'vastauslinkki', 'svararkod', 'credential', 'nippu', 'nippulinkki', 'tila', 'status', 'lukittu'],
  ...['sähköpostin lähetyksen tila', 'luotuaika', 'luontiaika', 'skapat', 'timecreated', 'luotu_pvm', 'metatiedot'],
  ...['valtakunnallinen', 'taustakysymykset', 'kysymysryhmajarjestys', 'kysymysjarjestys', 'kysymysversio'],
  ...['jatkokysymys', 'jatkokysymys_kysymysid', 'jatkokysymysid', 'kysely_alkupvm', 'kysely_loppupvm'],
  ...['kysely_voimassa_alkupvm', 'kysely_voimassa_loppupvm', 'kysely_tila', 'kyselykerta_vuosi'],
  ...['kyselypohjaid', 'kyselypohja_nimi', 'koulutustoimija_oid', 'request_id', 'tyopaikkakysely_tunnus'],
  ...['opintoalatunnus', 'opintoala_fi', 'opintoala_sv', 'opintoala_en', 'rahoitusmuoto', 'rahoitusryhma'],
  ...['rahoitusryhma_selite', 'valmistavan_koulutuksen_jarjestaja', 'valmistavan_koulutuksen_jarjestaja_fi'],
  ...['valmistavan_koulutuksen_jarjestaja_sv', 'valmistavan_koulutuksen_jarjestaja_en', 'koulutusmuoto'],
  ...['utbildningsform', 'form of education', 'hankintakoulutuksen_toteuttaja', 'hankintakoulutuksen toteuttaja'],
  ...['anordnaren av anskaffad utbildning', 'provider of procured training'],
  ...['hankintakoulutuksen_toteuttaja_selite', 'hankintakoulutuksen toteuttajan nimi'],
  ...['namn på anordnaren av anskaffad utbildning', 'name of provider (procured training)'],
  ...['toimipiste', 'verksamhetsställe', 'operational unit', 'toimipiste_oid', 'toimipisteen nimi', 'toimipaikka'],
  ...['toimipaikan nimi', 'toimipaikka_selite', 'toimipiste_selite', 'namn på verksamhetsställe'],
  ...['name of operational unit', 'kieli', 'suorituskieli', 'examensspråk', 'language of degree'],
  ...['osaamisala', 'kompetensområde', 'competence area', 'tutkintonimike', 'examensbenämning', 'qualification title'],
  ...['tutkinnon_osa', 'tutkinnon osa', 'examensdel', 'qualification units', 'tutkinnon_osa_selite'],
  ...['tutkinnon osan nimi', 'namn på nimi', 'name of the qualification unit', 'paikallinen_tutkinnon_osa'],
  ...['paikallinen tutkinnon osa', 'sopimustyyppi', 'osaamisen hankkimistapa', 'osaamisen_hankkimistapa'],
  ...['sätt att förvärva kunnandet', 'way to achieve competence', 'tyonantaja', 'työnantaja', 'arbetsgivare'],
  ...['employer', 'tyopaikka', 'tyopaikka_normalisoitu', 'työpaikka', 'arbetsplats', 'workplace'],
  ...['tyopaikkajakson_alkupvm', 'työelämässä oppimisen alkupvm', 'startdatum för lärande i arbetslivet'],
  ...['work-based learning start date', 'osa_aikaisuus', 'työpaikkajakson osa-aikaisuus', 'tyopaikkajaksojen_lkm'],
  ...['deltidsnivå för arbetsplatsperiod', 'part-time rate for work-based learning period'],
  ...['oppisopimuksen_perusta', 'oppisopimuksen perusta', 'tutkinnot', 'tutkinnon_osat', 'kunta', 'ika', 'ikä'],
  ...['henkilonumero', 'henkilönumero', 'haun_numero', 'haun numero', 'tiedonkeruu_alkupvm', 'tiedonkeruu_loppupvm'],
];

const fields: ReadonlyMap<string, Field> = new Map(
  Object.entries(fieldNames).flatMap(([field, names]) => names.map((name) => [name, field as Field] as const)),
);
const others: ReadonlySet<string> = new Set(otherNames);

/** Background questions of the predecessor of Arvo: `taustakysymys_ika`. */
const BACKGROUND = 'taustakysymys_';

/** Which field a name means; `other` where it is known and not needed, `undefined` where it is not known. */
export function fieldOf(name: string): Field | 'other' | undefined {
  const folded = fold(name);
  const field = fields.get(folded);
  if (field !== undefined) return field;
  return others.has(folded) || folded.startsWith(BACKGROUND) ? 'other' : undefined;
}

/** The language of a table's headings, by the name of the column of respondents. */
export function languageOfHead(names: readonly string[]): Lang {
  const folded = names.map(fold);
  if (folded.includes('svarskod')) return 'sv';
  return folded.includes('answer identifier') ? 'en' : 'fi';
}
