import type { FindingKind, Reporter } from '../../findings/reporter.js';
import { documentFindings, valueFindings } from '../documents/findings.js';
import { joinFindings } from './findings-of-joining.js';
import { periodFindings } from './findings-of-periods.js';

const PLAN = '{"opiskeluoikeus-oid": …, "oppija-oid": …, "ensikertainen-hyvaksyminen": …}';

/** What can be wrong with a file of plans, or with a plan. */
const ownFindings = {
  'no-plans': {
    severity: 'error',
    expected: PLAN,
    message: () => ({
      fi: 'Tiedostossa ei ole yhtään HOKSia. Tarkista, että tiedot haettiin loppuun asti.',
      sv: 'Filen innehåller inga PUK (personliga utvecklingsplaner för kunnandet). Kontrollera att uppgifterna hämtades i sin helhet.',
      en: 'There are no personal plans in the file. Check that the data were fetched to the end.',
    }),
  },
  'not-json': {
    severity: 'refused',
    expected: `${PLAN} | [{…}, {…}] | NDJSON`,
    message: (found) => ({
      fi: `Tämä ei ole JSON-tekstiä (${found.fi}). Anna HOKSit JSON-muodossa, kuten eHOKS-palvelu ne antaa.`,
      sv: `Det här är inte JSON-text (${found.sv}). Ge planerna som JSON, så som ePUK ger dem.`,
      en: `This is not JSON text (${found.en}). Give the plans as JSON, as the eHOKS service gives them.`,
    }),
  },
  'document-too-large': {
    severity: 'refused',
    expected: '≤ maxDocumentBytes (16 MiB)',
    message: (found) => ({
      fi: `HOKS on liian suuri (${found.fi}), ja se on ohitettu. Ehkä rivinvaihdot tai listan hakasulkeet puuttuvat.`,
      sv: `Planen är för stor (${found.sv}) och har hoppats över. Kanske saknas radbrytningar eller listans hakparenteser.`,
      en: `The plan is too large (${found.en}) and has been skipped. Perhaps line breaks or the brackets of the list are missing.`,
    }),
  },
  'not-plan': {
    severity: 'refused',
    expected: PLAN,
    message: () => ({
      fi: 'Tämä ei ole HOKS: siitä puuttuvat opiskeluoikeuden tunniste ja HOKSin muut kentät. Se on ohitettu.',
      sv: 'Det här är inte en PUK: studierättens nummer och planens övriga fält saknas. Det har hoppats över.',
      en: 'This is not a personal plan: the number of the study right and the other fields of a plan are missing. It has been skipped.',
    }),
  },
  'study-right-number-invalid': {
    severity: 'refused',
    expected: 'opiskeluoikeus-oid: 1.2.246.562.15.…',
    message: () => ({
      fi: 'HOKSista puuttuu opiskeluoikeuden tunniste (oid), tai se on väärän muotoinen. HOKSia ei voi yhdistää opiskeluoikeuteen.',
      sv: 'Planen saknar studierättens nummer (oid), eller numret har fel form. Planen kan inte kopplas till en studierätt.',
      en: 'The plan does not say the number (oid) of its study right, or the number has the wrong form. It cannot be joined to a study right.',
    }),
  },
  'plan-met-again': {
    severity: 'refused',
    expected: '1 × id',
    message: () => ({
      fi: 'Sama HOKS on jo luettu. Ensimmäinen on luettu, tämä ohitettu.',
      sv: 'Samma plan har redan lästs. Den första har lästs, den här har hoppats över.',
      en: 'The same plan has been read already. The first has been read, this one skipped.',
    }),
  },
  'learner-number-invalid': {
    severity: 'warning',
    expected: 'oppija-oid: 1.2.246.562.24.…',
    message: () => ({
      fi: 'HOKSista puuttuu oppijanumero, tai se on väärän muotoinen. HOKS yhdistetään pelkän opiskeluoikeuden perusteella.',
      sv: 'Planen saknar studentnummer, eller numret har fel form. Planen kopplas ihop enbart med hjälp av studierätten.',
      en: 'The plan has no learner number, or one of the wrong form. It is joined by its study right alone.',
    }),
  },
  'approval-missing': {
    severity: 'error',
    expected: 'ensikertainen-hyvaksyminen: YYYY-MM-DD',
    message: () => ({
      fi: 'HOKSista puuttuu ensimmäinen hyväksymispäivä, joten sen ajantasaisuutta ei voi laskea.',
      sv: 'Planen saknar datum för det första godkännandet, så det går inte att räkna om den gjordes i tid.',
      en: 'The plan does not say when it was first approved, so whether it was in time cannot be told.',
    }),
  },
  'need-missing': {
    severity: 'warning',
    expected: 'osaamisen-hankkimisen-tarve: true | false',
    message: () => ({
      fi: 'HOKSista puuttuu tieto osaamisen hankkimisen tarpeesta. Se on luettu niin, että osaamista on hankittava.',
      sv: 'Planen anger inte om det finns behov av att förvärva kunnande. Den har lästs så att behovet finns.',
      en: 'The plan does not say whether there is competence to be acquired. It has been read as if there were.',
    }),
  },
  'achieved-too-early': {
    severity: 'warning',
    expected: '> 2018-01-01',
    message: (found) => ({
      fi: `Osaamisen saavuttamisen päivä on liian varhainen (${found.fi}): HOKS otettiin käyttöön vuonna 2018.`,
      sv: `Datumet då kunnandet uppnåddes är för tidigt (${found.sv}): planerna togs i bruk 2018.`,
      en: `The day on which the competence was acquired is too early (${found.en}): plans began in 2018.`,
    }),
  },
  'achieved-too-late': {
    severity: 'warning',
    expected: '≤ asOf + 14',
    message: (found) => ({
      fi: `Osaamisen saavuttamisen päivä on yli kaksi viikkoa tulevaisuudessa (${found.fi}).`,
      sv: `Datumet då kunnandet uppnåddes ligger mer än två veckor i framtiden (${found.sv}).`,
      en: `The day on which the competence was acquired lies more than two weeks ahead (${found.en}).`,
    }),
  },
  'unit-code-invalid': {
    severity: 'warning',
    expected: 'tutkinnonosat_N | koulutuksenosattuva_NNN',
    message: () => ({
      fi: 'Tutkinnon tai koulutuksen osan koodi puuttuu tai on väärän muotoinen. Osa on laskettu mukaan.',
      sv: 'Koden för examensdelen eller utbildningsdelen saknas eller har fel form. Delen har räknats med.',
      en: 'The code of the unit is missing or has the wrong form. The unit has been counted.',
    }),
  },
  'tuva-mixed': {
    severity: 'warning',
    expected: 'hankittavat-koulutuksen-osat | (hankittavat-…-tutkinnon-osat, tuva-opiskeluoikeus-oid)',
    message: () => ({
      fi: 'HOKSissa on sekä TUVA-koulutuksen osia että tietoja, jotka eivät kuulu TUVA-HOKSiin. Kaikki on luettu; tarkista HOKS.',
      sv: 'Planen innehåller både delar av Hux-utbildning och uppgifter som inte hör till en Hux-plan. Allt har lästs; kontrollera planen.',
      en: 'The plan holds parts of preparatory education (TUVA) and also what does not belong to a plan of TUVA. All has been read; check the plan.',
    }),
  },
  'learning-support-unit-type': {
    severity: 'warning',
    expected: 'ammatillinenkoulutusoppimisentuentyyppi_01 ⇔ tutkinnon-osan-tyyppi-koodi-uri',
    message: () => ({
      fi: 'Oppimisen tuessa tutkinnon osan tyyppi kuuluu antaa tukiopetukselle (tyyppi 01), eikä muulle tuelle.',
      sv: 'I stödet för lärande ska examensdelens typ anges för stödundervisning (typ 01) men inte för annat stöd.',
      en: 'In support for learning the type of the unit belongs to remedial teaching (type 01), and to no other support.',
    }),
  },
  'wrong-type': {
    severity: 'error',
    expected: 'HOKS',
    message: (found) => ({
      fi: `Kentässä on väärän tyyppinen arvo (${found.fi}); sen tietoja ei ole luettu.`,
      sv: `Fältet har ett värde av fel typ (${found.sv}); dess uppgifter har inte lästs.`,
      en: `The field holds a value of the wrong type (${found.en}); what it holds has not been read.`,
    }),
  },
} as const satisfies Readonly<Record<string, FindingKind>>;

/** Everything that reading personal plans and joining them to study rights can find, by code. */
export const planFindings = {
  ...documentFindings,
  ...valueFindings,
  ...ownFindings,
  ...periodFindings,
  ...joinFindings,
} satisfies Readonly<Record<string, FindingKind>>;

export type PlanFindingCode = keyof typeof planFindings;

export type PlanReporter = Reporter<PlanFindingCode>;
