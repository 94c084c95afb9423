import type { FindingKind } from '../../findings/reporter.js';

/** What can be wrong with a reply, its answers, or who was asked. */
export const replyFindings = {
  'no-respondent': {
    severity: 'warning',
    expected: 'vastaajaid | vastaajatunnus',
    message: () => ({
      fi: 'Vastauksella ei ole vastaajaa eikä vastaajatunnusta. Se on luettu omana vastauksenaan.',
      sv: 'Svaret har varken respondent eller svarskod. Det har lästs som ett eget svar.',
      en: 'The reply has neither a respondent nor a code. It has been read as a reply of its own.',
    }),
  },
  'reply-met-again': {
    severity: 'refused',
    expected: '1 × vastaaja',
    message: () => ({
      fi: 'Saman vastaajan vastaus on jo luettu. Jotta kukaan ei tule lasketuksi kahdesti, tämä on ohitettu. Tarkista, onko sama vienti annettu kahdesti.',
      sv: 'Samma respondents svar har redan lästs. För att ingen ska räknas två gånger har det här hoppats över. Kontrollera om samma export har getts två gånger.',
      en: 'The reply of the same respondent has been read already. So that nobody is counted twice, this one has been skipped. Check whether the same export was given twice.',
    }),
  },
  'code-used-again': {
    severity: 'warning',
    expected: '1 × vastaajatunnus',
    message: () => ({
      fi: 'Samalla vastaajatunnuksella on useita vastauksia, eikä tiedetä, montako sillä saa vastata. Ne on luettu eri vastaajina; anna vastaajatunnusten luettelo, niin kaksoiskappaleet erottuvat.',
      sv: 'Samma svarskod har flera svar, och det framgår inte hur många som får svara med den. De har lästs som olika respondenter; ge listan över svarskoder så att dubbletter kan skiljas åt.',
      en: 'One code has several replies, and nothing says how many may answer with it. They have been read as different respondents; give the list of codes, so that duplicates can be told.',
    }),
  },
  'no-survey': {
    severity: 'warning',
    expected: 'kyselyid | kysely | surveys[0]',
    message: () => ({
      fi: 'Tiedosto ei kerro, mihin kyselyyn vastaukset kuuluvat. Kysely jää tuntemattomaksi; anna se kyselyn kuvauksessa.',
      sv: 'Filen anger inte vilken enkät svaren hör till. Enkäten förblir okänd; ange den i enkätens beskrivning.',
      en: 'The file does not say which survey its replies belong to. The survey stays unknown; say it in a description of the survey.',
    }),
  },
  'no-provider': {
    severity: 'warning',
    expected: 'koulutustoimija | options.provider',
    message: () => ({
      fi: 'Tiedosto ei kerro koulutuksen järjestäjää, eikä sitä ole annettu muuten. Järjestäjä jää tuntemattomaksi.',
      sv: 'Filen anger inte utbildningsanordnaren och den har inte angetts på annat sätt. Anordnaren förblir okänd.',
      en: 'The file does not say the education provider, and it was not given otherwise. The provider stays unknown.',
    }),
  },
  'no-day': {
    severity: 'warning',
    expected: 'vastausaika | voimassa_loppupvm | kuukausi',
    message: () => ({
      fi: 'Päivä puuttuu, joten vastaus tai kohde ei kuulu mihinkään jaksoon.',
      sv: 'Datum saknas, så svaret eller målgruppen hör inte till någon period.',
      en: 'There is no day, so the reply or target belongs to no period.',
    }),
  },
  'no-funding-day': {
    severity: 'note',
    expected: 'heratepvm | voimassa_alkupvm | tyopaikkajakson_loppupvm',
    message: () => ({
      fi: 'Vastaukselle ei löydy rahoituksessa käytettävää päivää; sen tilalla on vastauspäivä. Anna vastaajatunnusten luettelo.',
      sv: 'Den dag som används i finansieringen saknas för svaret; i stället används svarsdagen. Ge listan över svarskoder.',
      en: 'The day that funding uses is not known for the reply; the day of the answer stands in its place. Give the list of codes.',
    }),
  },
  'invalid-date': {
    severity: 'error',
    expected: 'YYYY-MM-DD | D.M.YYYY | YYYY-MM',
    message: (found) => ({
      fi: `Tämä ei ole päivämäärä (${found.fi}); sitä ei käytetä.`,
      sv: `Det här är inget datum (${found.sv}); det används inte.`,
      en: `This is not a date (${found.en}); it is not used.`,
    }),
  },
  'answer-again': {
    severity: 'error',
    expected: '1 × kysymysid',
    message: () => ({
      fi: 'Vastaajalla on kysymykseen jo vastaus. Ensimmäinen on luettu, tämä ohitettu.',
      sv: 'Respondenten har redan ett svar på frågan. Det första har lästs, det här har hoppats över.',
      en: 'The respondent has an answer to the question already. The first one has been read, this one skipped.',
    }),
  },
  'off-scale': {
    severity: 'error',
    expected: 'range.from – range.to',
    message: (found) => ({
      fi: `Vastaus ei ole kysymyksen asteikolla (${found.fi}); se on ohitettu.`,
      sv: `Svaret finns inte på frågans skala (${found.sv}); det har hoppats över.`,
      en: `The answer is not on the scale of the question (${found.en}); it has been skipped.`,
    }),
  },
  'not-whole-number': {
    severity: 'error',
    expected: 'integer',
    message: (found) => ({
      fi: `Vastaus ei ole kokonaisluku (${found.fi}); se on ohitettu.`,
      sv: `Svaret är inget heltal (${found.sv}); det har hoppats över.`,
      en: `The answer is no whole number (${found.en}); it has been skipped.`,
    }),
  },
  'unexpected-answer': {
    severity: 'error',
    expected: 'numerovalinta | kylla | ei | eos',
    message: (found) => ({
      fi: `Vastaus ei sovi kysymyksen tyyppiin (${found.fi}); se on ohitettu.`,
      sv: `Svaret passar inte frågans typ (${found.sv}); det har hoppats över.`,
      en: `The answer does not fit the type of the question (${found.en}); it has been skipped.`,
    }),
  },
  'unknown-option': {
    severity: 'error',
    expected: 'options[].label | code',
    message: (found) => ({
      fi: `Valinta ei ole kysymyksen vaihtoehtojen joukossa (${found.fi}); se on ohitettu.`,
      sv: `Valet finns inte bland frågans alternativ (${found.sv}); det har hoppats över.`,
      en: `The choice is not among the options of the question (${found.en}); it has been skipped.`,
    }),
  },
  'unknown-question': {
    severity: 'error',
    expected: 'questions[].key | label | names',
    message: (found) => ({
      fi: `Kysymystä ei ole kyselyn kuvauksessa (${found.fi}); sen vastaukset on ohitettu.`,
      sv: `Frågan finns inte i enkätens beskrivning (${found.sv}); svaren på den har hoppats över.`,
      en: `The question is not in the description of the survey (${found.en}); its answers have been skipped.`,
    }),
  },
  'unknown-type': {
    severity: 'warning',
    expected: 'arvosana | likert_asteikko | monivalinta | …',
    message: (found) => ({
      fi: `Kysymyksen tyyppiä ei tunneta (${found.fi}), ja se on päätelty vastauksesta.`,
      sv: `Frågans typ är okänd (${found.sv}) och har utlästs ur svaret.`,
      en: `The type of the question is not known (${found.en}), and was guessed from the answer.`,
    }),
  },
  'days-invalid': {
    severity: 'error',
    expected: '0 – 100000',
    message: (found) => ({
      fi: `Työpaikkajakson kesto ei ole päivien määrä (${found.fi}). Vastaus painaa yhden päivän.`,
      sv: `Arbetsplatsperiodens längd är inget antal dagar (${found.sv}). Svaret väger en dag.`,
      en: `The duration of the workplace period is no number of days (${found.en}). The reply weighs one day.`,
    }),
  },
  'days-rounded': {
    severity: 'warning',
    expected: 'integer',
    message: (found) => ({
      fi: `Työpaikkajakson kesto ei ole kokonaisia päiviä (${found.fi}); se on pyöristetty.`,
      sv: `Arbetsplatsperiodens längd är inte hela dagar (${found.sv}); den har avrundats.`,
      en: `The duration of the workplace period is not in whole days (${found.en}); it has been rounded.`,
    }),
  },
  'gender-unknown': {
    severity: 'note',
    expected: 'mies | nainen | muu',
    message: () => ({
      fi: 'Sukupuolta ei tunneta; se jää puuttuvaksi.',
      sv: 'Könet är okänt; uppgiften saknas.',
      en: 'The gender is not known; it stays missing.',
    }),
  },
  'birth-year-invalid': {
    severity: 'note',
    expected: 'YYYY',
    message: () => ({
      fi: 'Syntymävuosi ei ole vuosiluku; sitä ei käytetä.',
      sv: 'Födelseåret är inget årtal; det används inte.',
      en: 'The year of birth is no year; it is not used.',
    }),
  },
  'own-value-personal': {
    severity: 'error',
    expected: '≤ 100',
    message: (found) => ({
      fi: `Oman sarakkeen arvo on liian pitkä luokaksi tai näyttää henkilötiedolta (${found.fi}); sitä ei ole otettu mukaan.`,
      sv: `Värdet i en egen kolumn är för långt för en klass eller ser ut som en personuppgift (${found.sv}); det har inte tagits med.`,
      en: `The value of an own column is too long for a class, or looks personal (${found.en}); it has not been taken.`,
    }),
  },
  'link-met-again': {
    severity: 'refused',
    expected: '1 × vastaajatunnus',
    message: () => ({
      fi: 'Vastaajatunnus on luettelossa jo aiemmin. Ensimmäinen on luettu, tämä ohitettu.',
      sv: 'Svarskoden finns redan tidigare i listan. Den första har lästs, den här har hoppats över.',
      en: 'The code is in the list already. The first one has been read, this one skipped.',
    }),
  },
  'asked-invalid': {
    severity: 'refused',
    expected: '0, 1, 2, …',
    message: (found) => ({
      fi: `Kohteiden tai vastanneiden määrä puuttuu tai ei ole lukumäärä (${found.fi}). Rivi on ohitettu.`,
      sv: `Antalet målpersoner eller svarande saknas eller är inget antal (${found.sv}). Raden har hoppats över.`,
      en: `The number of persons asked or of replies is missing or is none (${found.en}). The row has been skipped.`,
    }),
  },
  'reply-without-link': {
    severity: 'warning',
    expected: 'vastaajatunnus',
    message: () => ({
      fi: 'Vastauksen tunnusta ei ole vastaajatunnusten luettelossa. Vastaus on luettu, mutta vastaajaa ei ole laskettu kohteisiin.',
      sv: 'Svarets kod finns inte i listan över svarskoder. Svaret har lästs, men respondenten räknas inte till målgruppen.',
      en: 'The code of the reply is not in the list of codes. The reply has been read, but its respondent is not counted among those asked.',
    }),
  },
  'more-replies-than-asked': {
    severity: 'warning',
    expected: '≤ kohteiden_lkm',
    message: () => ({
      fi: 'Vastaajatunnuksella on enemmän vastauksia kuin kohteita. Vastausosuus voi olla yli 100 prosenttia.',
      sv: 'Svarskoden har fler svar än målpersoner. Svarsprocenten kan bli över 100.',
      en: 'The code has more replies than persons asked. The response rate may exceed 100 per cent.',
    }),
  },
  'reply-not-in-file': {
    severity: 'note',
    expected: 'vastausten_lkm = replies',
    message: (found) => ({
      fi: `Luettelon mukaan tunnuksella on vastattu, mutta vastausta ei ole tiedostoissa (${found.fi}). Vastanneet on laskettu vastausosuuteen.`,
      sv: `Enligt listan har koden använts för svar som inte finns i filerna (${found.sv}). De svarande räknas i svarsprocenten.`,
      en: `By the list the code was answered with, but the files do not hold the replies (${found.en}). They count in the response rate.`,
    }),
  },
} as const satisfies Readonly<Record<string, FindingKind>>;
