import type { FindingKind } from '../../findings/reporter.js';

/** What can be wrong between rows. */
export const joinFindings = {
  'right-unknown': {
    severity: 'refused',
    expected: 'right.key',
    message: () => ({
      fi: 'Rivin opiskeluoikeutta ei ole opiskeluoikeuksien taulukossa. Rivi on ohitettu.',
      sv: 'Radens studierätt finns inte i tabellen över studierätter. Raden har hoppats över.',
      en: 'The study right of the row is not in the table of study rights. The row has been skipped.',
    }),
  },
  'right-without-education': {
    severity: 'refused',
    expected: 'right.education | right.performanceType',
    message: () => ({
      fi: 'Opiskeluoikeudesta ei tiedetä, mihin koulutukseen se johtaa. Se on ohitettu kaikkine riveineen.',
      sv: 'Det framgår inte vilken utbildning studierätten leder till. Den har hoppats över med alla sina rader.',
      en: 'It is not known what education the study right leads to. It has been skipped with all its rows.',
    }),
  },
  'right-without-periods': {
    severity: 'refused',
    expected: '≥ 1',
    message: () => ({
      fi: 'Opiskeluoikeudella ei ole yhtään jaksoa. Se on ohitettu kaikkine riveineen.',
      sv: 'Studierätten har inga perioder. Den har hoppats över med alla sina rader.',
      en: 'The study right has no periods. It has been skipped with all its rows.',
    }),
  },
  'right-met-again': {
    severity: 'refused',
    expected: '1 × right.key',
    message: () => ({
      fi: 'Sama opiskeluoikeus on taulukossa kahdesti. Ensimmäinen on luettu, tämä ohitettu.',
      sv: 'Samma studierätt finns två gånger i tabellen. Den första har lästs, den här har hoppats över.',
      en: 'The same study right is in the table twice. The first has been read, this one skipped.',
    }),
  },
  'right-of-two-persons': {
    severity: 'refused',
    expected: '1 × person',
    message: () => ({
      fi: 'Saman opiskeluoikeuden riveillä on eri henkilöitä. Rivi on ohitettu; tarkista opiskeluoikeuden tunnisteen sarake.',
      sv: 'Raderna för samma studierätt gäller olika personer. Raden har hoppats över; kontrollera kolumnen för studierättens id.',
      en: 'Rows of one study right are about different persons. The row has been skipped; check the column of the study right’s key.',
    }),
  },
  'right-differs': {
    severity: 'warning',
    expected: '=',
    message: (found) => ({
      fi: `Saman opiskeluoikeuden riveillä on eri tieto (${found.fi}). Ensimmäinen on voimassa.`,
      sv: `Raderna för samma studierätt har olika uppgifter (${found.sv}). Den första gäller.`,
      en: `Rows of one study right say different things (${found.en}). The first holds.`,
    }),
  },
  'performance-type-unknown': {
    severity: 'warning',
    expected: 'suorituksentyyppi',
    message: (found) => ({
      fi: `Suorituksen tyyppi on tuntematon (${found.fi}). Opiskeluoikeus on luettu muuna koulutuksena; anna koulutuksen laji (right.education).`,
      sv: `Prestationens typ är okänd (${found.sv}). Studierätten har lästs som övrig utbildning; ange utbildningens slag (right.education).`,
      en: `The type of performance is not known (${found.en}). The study right has been read as other education; give its education (right.education).`,
    }),
  },
  'end-before-start': {
    severity: 'refused',
    expected: 'start ≤ end',
    message: (found) => ({
      fi: `Loppupäivä on ennen alkupäivää (${found.fi}). Rivi on ohitettu.`,
      sv: `Slutdatumet är tidigare än startdatumet (${found.sv}). Raden har hoppats över.`,
      en: `The end date is before the start date (${found.en}). The row has been skipped.`,
    }),
  },
  'periods-on-same-day': {
    severity: 'warning',
    expected: 'period[n].start < period[n + 1].start',
    message: (found) => ({
      fi: `Kaksi jaksoa alkaa samana päivänä (${found.fi}). Tiedostossa myöhempi on voimassa.`,
      sv: `Två perioder börjar samma dag (${found.sv}). Den senare i filen gäller.`,
      en: `Two periods begin on the same day (${found.en}). The later one in the file holds.`,
    }),
  },
  'periods-overlap': {
    severity: 'warning',
    expected: 'period[n].end < period[n + 1].start',
    message: (found) => ({
      fi: `Jaksot menevät päällekkäin (${found.fi}). Aiempi on luettu seuraavan alkuun saakka.`,
      sv: `Perioderna överlappar varandra (${found.sv}). Den tidigare har lästs fram till nästa periods början.`,
      en: `Periods overlap (${found.en}). The earlier one has been read up to the start of the next.`,
    }),
  },
  'period-after-final-state': {
    severity: 'warning',
    expected: 'graduated | resigned | …: last',
    message: (found) => ({
      fi: `Päättävän tilan jälkeen on vielä jakso (${found.fi}). Se on luettu sellaisenaan.`,
      sv: `Efter en avslutande status finns ännu en period (${found.sv}). Den har lästs som den är.`,
      en: `There is a period after a final state (${found.en}). It has been read as it is.`,
    }),
  },
  'parent-unknown': {
    severity: 'warning',
    expected: 'credit.unit',
    message: () => ({
      fi: 'Osa-alueen tutkinnon osaa ei ole samalla opiskeluoikeudella. Osa-alue on luettu itsenäisenä.',
      sv: 'Delområdets examensdel finns inte i samma studierätt. Delområdet har lästs som fristående.',
      en: 'The unit that the section belongs to is not in the same study right. The section has been read as one of its own.',
    }),
  },
  'activity-missing': {
    severity: 'note',
    expected: '1–8',
    message: () => ({
      fi: 'Pääasiallinen toiminta ei ole tiedossa. Valmistunut on mukana nimittäjässä mutta ei missään toiminnassa.',
      sv: 'Huvudsaklig verksamhet är inte känd. Den utexaminerade räknas i nämnaren men inte i någon verksamhet.',
      en: 'The main activity is not known. The graduate is in the denominator, but in no activity.',
    }),
  },
  'outcome-met-again': {
    severity: 'refused',
    expected: '1 ×',
    message: () => ({
      fi: 'Samalla valmistuneella on samasta tutkinnosta, päivästä ja vuosimäärästä jo tieto. Rivi on ohitettu, jottei häntä lasketa kahdesti.',
      sv: 'För samma utexaminerade finns redan en uppgift om samma examen, dag och antal år. Raden har hoppats över så att ingen räknas två gånger.',
      en: 'The same graduate already has an outcome of the same qualification, day and number of years. The row has been skipped, so that nobody counts twice.',
    }),
  },
  'response-unknown': {
    severity: 'refused',
    expected: 'response.key',
    message: () => ({
      fi: 'Vastauksen vastaajaa ei ole vastaajien taulukossa. Rivi on ohitettu.',
      sv: 'Svarets respondent finns inte i tabellen över respondenter. Raden har hoppats över.',
      en: 'The reply that the answer belongs to is not in the table of replies. The row has been skipped.',
    }),
  },
  'response-met-again': {
    severity: 'refused',
    expected: '1 × response.key',
    message: () => ({
      fi: 'Sama vastaus on taulukossa kahdesti. Ensimmäinen on luettu, tämä ohitettu.',
      sv: 'Samma svar finns två gånger i tabellen. Det första har lästs, det här har hoppats över.',
      en: 'The same reply is in the table twice. The first has been read, this one skipped.',
    }),
  },
  'person-met-again': {
    severity: 'refused',
    expected: 'rows: together',
    message: () => ({
      fi: 'Henkilön rivit eivät ole peräkkäin, vaikka kuvaus sanoo niin (rows: together). Rivi on ohitettu, jottei häntä lasketa kahdesti.',
      sv: 'Personens rader står inte efter varandra, fast beskrivningen säger det (rows: together). Raden har hoppats över så att ingen räknas två gånger.',
      en: 'Rows of the person do not stand together, though the mapping says so (rows: together). The row has been skipped, so that nobody counts twice.',
    }),
  },
  'too-many-rows': {
    severity: 'refused',
    expected: 'rows: together',
    message: (found) => ({
      fi: `Tiedostoissa on enemmän rivejä kuin muistissa voi järjestää (${found.fi}). Järjestä tiedosto henkilöittäin ja merkitse kuvaukseen "rows": "together", tai jaa tiedosto.`,
      sv: `Filerna har fler rader än som kan ordnas i minnet (${found.sv}). Sortera filen per person och ange "rows": "together" i beskrivningen, eller dela filen.`,
      en: `The files have more rows than can be sorted in memory (${found.en}). Sort the file by person and say "rows": "together" in the mapping, or split the file.`,
    }),
  },
} as const satisfies Readonly<Record<string, FindingKind>>;
