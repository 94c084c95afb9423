import type { FindingKind } from '../../findings/reporter.js';
import { valueFindings } from '../documents/findings.js';
import { stateCodes } from './codes.js';

/** What can be wrong with a study right. */
export const rightFindings = {
  ...valueFindings,
  'wrong-type': {
    severity: 'error',
    expected: 'koski-oppija-schema.json',
    message: (found) => ({
      fi: `Kentässä on väärän tyyppinen arvo (${found.fi}); sen tietoja ei ole luettu.`,
      sv: `Fältet har ett värde av fel typ (${found.sv}); dess uppgifter har inte lästs.`,
      en: `The field holds a value of the wrong type (${found.en}); what it holds has not been read.`,
    }),
  },
  'no-periods': {
    severity: 'error',
    expected: 'tila.opiskeluoikeusjaksot: [{alku, tila}]',
    message: () => ({
      fi: 'Opiskeluoikeudella ei ole yhtään jaksoa, joten sitä ei voi sijoittaa aikaan. Opiskeluoikeus on jätetty pois.',
      sv: 'Studierätten har inga perioder och kan inte placeras i tiden. Studierätten har lämnats bort.',
      en: 'The study right has no periods, so it has no place in time. The study right has been left out.',
    }),
  },
  'period-without-date': {
    severity: 'error',
    expected: 'alku: YYYY-MM-DD',
    message: (found) => ({
      fi: `Jakson alkupäivää ei voi lukea (${found.fi}). Koska muidenkaan jaksojen pituutta ei silloin tiedetä, koko opiskeluoikeus on jätetty pois.`,
      sv: `Periodens startdatum kan inte läsas (${found.sv}). Eftersom inte heller de andra periodernas längd då är känd har hela studierätten lämnats bort.`,
      en: `The first day of the period cannot be read (${found.en}). As the lengths of the other periods are then not known either, the whole study right has been left out.`,
    }),
  },
  'unknown-state': {
    severity: 'error',
    expected: stateCodes.join(' | '),
    message: (found) => ({
      fi: `Jakson tila on tuntematon: ${found.fi}. Jakson aikaa ei lasketa mihinkään.`,
      sv: `Periodens status är okänd: ${found.sv}. Periodens tid räknas inte med någonstans.`,
      en: `The state of the period is unknown: ${found.en}. Its time is counted nowhere.`,
    }),
  },
  'periods-out-of-order': {
    severity: 'warning',
    expected: 'jakso[n].alku < jakso[n + 1].alku',
    message: () => ({
      fi: 'Jaksot eivät ole aikajärjestyksessä. Ne on luettu alkupäivän mukaisessa järjestyksessä.',
      sv: 'Perioderna står inte i tidsordning. De har lästs i ordning efter startdatum.',
      en: 'The periods are not in order of time. They have been read in the order of their first days.',
    }),
  },
  'periods-on-same-day': {
    severity: 'warning',
    expected: 'jakso[n].alku < jakso[n + 1].alku',
    message: (found) => ({
      fi: `Kaksi jaksoa alkaa samana päivänä (${found.fi}). Niistä jälkimmäinen on voimassa, kuten KOSKI-palvelussa.`,
      sv: `Två perioder börjar samma dag (${found.sv}). Den senare gäller, som i KOSKI.`,
      en: `Two periods begin on the same day (${found.en}). The later one in the document holds, as in KOSKI.`,
    }),
  },
  'period-after-final-state': {
    severity: 'warning',
    expected: '–',
    message: (found) => ({
      fi: `Opiskeluoikeus jatkuu päättävän tilan jälkeen (${found.fi}). Päättävä tila kestää yhden päivän, ja myöhemmät jaksot on luettu; tarkista tilat.`,
      sv: `Studierätten fortsätter efter en avslutande status (${found.sv}). Den avslutande statusen varar en dag, och de senare perioderna har lästs; kontrollera statusarna.`,
      en: `The study right goes on after a final state (${found.en}). The final state lasts one day, and the later periods have been read; check the states.`,
    }),
  },
  'start-differs': {
    severity: 'warning',
    expected: 'alkamispäivä = opiskeluoikeusjaksot[0].alku',
    message: (found) => ({
      fi: `Alkamispäivä ei ole sama kuin ensimmäisen jakson alkupäivä (${found.fi}). Jaksoa on käytetty.`,
      sv: `Startdatumet är inte detsamma som den första periodens (${found.sv}). Perioden har använts.`,
      en: `The start of the study right is not that of its first period (${found.en}). The period has been used.`,
    }),
  },
  'end-differs': {
    severity: 'warning',
    expected: 'päättymispäivä = opiskeluoikeusjaksot[-1].alku',
    message: (found) => ({
      fi: `Päättymispäivä ei vastaa jaksoja (${found.fi}). Jaksoja on käytetty.`,
      sv: `Slutdatumet stämmer inte med perioderna (${found.sv}). Perioderna har använts.`,
      en: `The end of the study right does not follow from its periods (${found.en}). The periods have been used.`,
    }),
  },
  'unknown-funding': {
    severity: 'warning',
    expected: '1–4 | 6–17',
    message: (found) => ({
      fi: `Opintojen rahoituksen koodi on tuntematon: ${found.fi}.`,
      sv: `Koden för studiernas finansiering är okänd: ${found.sv}.`,
      en: `The code of funding is unknown: ${found.en}.`,
    }),
  },
  'funding-missing': {
    severity: 'note',
    expected: 'opintojenRahoitus (lasna | loma | valmistunut)',
    message: () => ({
      fi: 'Jaksolta puuttuu opintojen rahoitus. Opiskelijavuosiin se ei vaikuta, mutta jaksoa ei voi ryhmitellä rahoituksen mukaan.',
      sv: 'Perioden saknar uppgift om studiernas finansiering. Det påverkar inte studerandeåren, men perioden kan inte grupperas efter finansiering.',
      en: 'The period does not say how the studies are funded. Student years do not depend on it, but the period cannot be grouped by funding.',
    }),
  },
  'part-time-invalid': {
    severity: 'error',
    expected: '0–100',
    message: (found) => ({
      fi: `Osa-aikaisuus ei ole prosenttiluku väliltä 0–100 (${found.fi}). Jakso on luettu kokoaikaisena.`,
      sv: `Deltidsandelen är inte ett procenttal mellan 0 och 100 (${found.sv}). Perioden har lästs som heltid.`,
      en: `The part-time share is not a percentage from 0 to 100 (${found.en}). The time has been read as full time.`,
    }),
  },
  'part-time-overlap': {
    severity: 'warning',
    expected: 'jakso[n].loppu < jakso[n + 1].alku',
    message: (found) => ({
      fi: `Osa-aikaisuusjaksot menevät päällekkäin (${found.fi}). Ensin lueteltu on voimassa, kuten KOSKI-palvelussa.`,
      sv: `Deltidsperioderna överlappar varandra (${found.sv}). Den som räknas upp först gäller, som i KOSKI.`,
      en: `Part-time periods overlap (${found.en}). The one listed first holds, as in KOSKI.`,
    }),
  },
  'unknown-study-right-type': {
    severity: 'warning',
    expected: 'opiskeluoikeudentyyppi',
    message: (found) => ({
      fi: `Opiskeluoikeuden tyyppiä ei voi lukea (${found.fi}). Opiskeluoikeus on luettu muuna koulutuksena.`,
      sv: `Studierättens typ kan inte läsas (${found.sv}). Studierätten har lästs som övrig utbildning.`,
      en: `The type of the study right cannot be read (${found.en}). It has been read as other education.`,
    }),
  },
  'no-performances': {
    severity: 'warning',
    expected: 'suoritukset: [{…}]',
    message: () => ({
      fi: 'Opiskeluoikeudella ei ole suorituksia, joten sen tutkintoa ei tiedetä.',
      sv: 'Studierätten har inga prestationer, så dess examen är inte känd.',
      en: 'The study right has no performances, so its qualification is not known.',
    }),
  },
  'unknown-performance-type': {
    severity: 'warning',
    expected: 'suorituksentyyppi',
    message: (found) => ({
      fi: `Suorituksen tyyppi on tuntematon: ${found.fi}. Suoritus on luettu muuna koulutuksena.`,
      sv: `Prestationens typ är okänd: ${found.sv}. Prestationen har lästs som övrig utbildning.`,
      en: `The type of the performance is unknown: ${found.en}. It has been read as other education.`,
    }),
  },
  'credits-invalid': {
    severity: 'error',
    expected: 'laajuus.arvo ≥ 0',
    message: (found) => ({
      fi: `Laajuus ei ole luku (${found.fi}); osaamispisteitä ei lasketa.`,
      sv: `Omfattningen är inte ett tal (${found.sv}); kompetenspoängen räknas inte.`,
      en: `The extent is not a number (${found.en}); its competence points are not counted.`,
    }),
  },
  'nested-too-deep': {
    severity: 'error',
    expected: '≤ 16',
    message: () => ({
      fi: 'Osasuorituksia on sisäkkäin liian monella tasolla; sisimpiä ei ole luettu.',
      sv: 'Delprestationerna är kapslade i för många nivåer; de innersta har inte lästs.',
      en: 'The parts of performances are nested too deep; the innermost have not been read.',
    }),
  },
  'learning-at-work-outside-right': {
    severity: 'error',
    expected: 'opiskeluoikeusjaksot[0].alku ≤ alku ≤ päättymispäivä',
    message: (found) => ({
      fi: `Työpaikalla oppimisen jakso on kokonaan opiskeluoikeuden ulkopuolella (${found.fi}); sitä ei lasketa.`,
      sv: `Perioden av lärande på arbetsplatsen ligger helt utanför studierätten (${found.sv}); den räknas inte.`,
      en: `The period of learning at work lies wholly outside the study right (${found.en}); it is not counted.`,
    }),
  },
  'provider-missing': {
    severity: 'note',
    expected: 'koulutustoimija.oid',
    message: () => ({
      fi: 'Opiskeluoikeudesta puuttuu koulutuksen järjestäjä. Se ei näy järjestäjittäin ryhmitellyissä luvuissa.',
      sv: 'Studierätten saknar utbildningsanordnare. Den syns inte i siffror per anordnare.',
      en: 'The study right does not name its provider. It does not appear in figures by provider.',
    }),
  },
  'school-missing': {
    severity: 'warning',
    expected: 'oppilaitos.oid',
    message: () => ({
      fi: 'Opiskeluoikeudesta puuttuu oppilaitos. Se ei näy oppilaitoksittain ryhmitellyissä luvuissa.',
      sv: 'Studierätten saknar läroanstalt. Den syns inte i siffror per läroanstalt.',
      en: 'The study right does not name its school. It does not appear in figures by school.',
    }),
  },
  'study-right-without-oid': {
    severity: 'note',
    expected: 'oid: 1.2.246.562.15.… | lähdejärjestelmänId',
    message: () => ({
      fi: 'Opiskeluoikeudella ei ole oidia eikä lähdejärjestelmän tunnistetta. Se tunnistetaan paikastaan tiedostossa, joten kaksoiskappaletta ei huomata.',
      sv: 'Studierätten har varken oid eller källsystemets id. Den identifieras av sin plats i filen, så en dubblett märks inte.',
      en: 'The study right has neither an oid nor an id of its source system. It is known by its place in the file, so a duplicate would not be noticed.',
    }),
  },
  'study-right-met-again': {
    severity: 'error',
    expected: '1 × oid',
    message: () => ({
      fi: 'Sama opiskeluoikeus on samalla oppijalla kahdesti. Ensimmäinen on luettu, tämä ohitettu.',
      sv: 'Samma studierätt finns två gånger hos samma studerande. Den första har lästs, den här har hoppats över.',
      en: 'The learner has the same study right twice. The first has been read, this one skipped.',
    }),
  },
} as const satisfies Readonly<Record<string, FindingKind>>;
