import type { LocalizedText } from '@strapetsi/text';

type Text = Required<LocalizedText>;

/** A thing to put right, in a student system, a national service or an export: what many findings ask for at once. */
export interface Fix {
  readonly id: FixId;
  readonly label: Text;
  /** What to do, in a sentence or two, in the words of KOSKI, eHOKS and Arvo. */
  readonly toDo: Text;
}

type FixTexts = Omit<Fix, 'id'>;

/**
 * In the order in which they are worth doing: what loses whole files comes first. Words of KOSKI as in its reports
 * (Opetushallitus/koski 180e806b).
 */
const texts = {
  transfer: {
    label: { fi: 'Tietojen siirto', sv: 'Överföringen av uppgifter', en: 'Transfer of the data' },
    toDo: {
      fi: 'Vie tiedot järjestelmästä uudelleen ja tarkista, että vienti ja siirto menivät loppuun asti.',
      sv: 'Exportera uppgifterna ur systemet på nytt och kontrollera att exporten och överföringen slutfördes.',
      en: 'Export the data again, and check that the export and the transfer ran to their end.',
    },
  },
  form: {
    label: { fi: 'Tiedoston muoto', sv: 'Filens form', en: 'Form of the file' },
    toDo: {
      fi: 'Anna tiedosto siinä muodossa, jossa palvelu sen antaa: KOSKI-tiedot ja HOKSit JSONina, taulukot CSV- tai XLSX-muodossa ilman salasanaa.',
      sv: 'Ge filen i den form som tjänsten ger den: KOSKI-uppgifter och planer som JSON, tabeller som CSV eller XLSX utan lösenord.',
      en: 'Give the file in the form in which the service gives it: KOSKI data and plans as JSON, tables as CSV or XLSX without a password.',
    },
  },
  encoding: {
    label: { fi: 'Merkistö', sv: 'Teckenkodning', en: 'Encoding of characters' },
    toDo: {
      fi: 'Vie tiedosto UTF-8-muodossa ja tarkista nimien ääkköset.',
      sv: 'Exportera filen i UTF-8 och kontrollera å, ä och ö i namnen.',
      en: 'Export the file in UTF-8, and check å, ä and ö in names.',
    },
  },
  rows: {
    label: { fi: 'Taulukon rivit', sv: 'Tabellens rader', en: 'Rows of the table' },
    toDo: {
      fi: 'Pane lainausmerkkeihin solut, joissa on erotinmerkki, lainausmerkki tai rivinvaihto, tai tallenna taulukko XLSX-muodossa.',
      sv: 'Sätt celler som innehåller skiljetecken, citattecken eller radbrytning inom citattecken, eller spara tabellen som XLSX.',
      en: 'Put cells that hold a separator, a quotation mark or a line break in quotation marks, or save the table as XLSX.',
    },
  },
  duplicates: {
    label: { fi: 'Kaksoiskappaleet', sv: 'Dubbletter', en: 'Duplicates' },
    toDo: {
      fi: 'Anna luettavaksi yksi vienti, jossa jokainen oppija, opiskeluoikeus, HOKS ja vastaus on kerran; poista kahteen kertaan kirjatut tiedot.',
      sv: 'Läs in en export där varje studerande, studierätt, plan och svar finns en gång; ta bort det som har antecknats två gånger.',
      en: 'Read one export in which each learner, study right, plan and reply stands once; remove what was entered twice.',
    },
  },
  identity: {
    label: { fi: 'Oppijan tunnisteet', sv: 'Den studerandes identifierare', en: 'Identity of the learner' },
    toDo: {
      fi: 'Täydennä oppijanumero (oid) ja korjaa henkilötunnus: ilman niitä samaa oppijaa ei tunnisteta muista tiedoista.',
      sv: 'Komplettera studentnumret (oid) och rätta personbeteckningen: utan dem känns samma studerande inte igen i andra uppgifter.',
      en: 'Complete the learner number (oid) and correct the identity code: without them the same learner is not recognised in other data.',
    },
  },
  background: {
    label: { fi: 'Taustatiedot', sv: 'Bakgrundsuppgifter', en: 'Background' },
    toDo: {
      fi: 'Korjaa syntymäaika, sukupuoli ja äidinkieli.',
      sv: 'Rätta födelsetiden, könet och modersmålet.',
      en: 'Correct the date of birth, the gender and the mother tongue.',
    },
  },
  studyRight: {
    label: { fi: 'Opiskeluoikeuden perustiedot', sv: 'Studierättens grunduppgifter', en: 'Basics of the study right' },
    toDo: {
      fi: 'Täydennä opiskeluoikeuden tyyppi, koulutustoimija, oppilaitos ja tunniste (oid tai tunniste lähdejärjestelmässä).',
      sv: 'Komplettera studierättens typ, utbildningsanordnare, läroanstalt och kod (oid eller identifieringskod i källsystemet).',
      en: 'Complete the study right’s type, provider, school and number (oid, or its number in the source system).',
    },
  },
  performances: {
    label: { fi: 'Suoritukset', sv: 'Prestationer', en: 'Performances' },
    toDo: {
      fi: 'Lisää opiskeluoikeuteen päätason suoritus ja valitse suorituksen tyyppi koodistosta.',
      sv: 'Lägg till en prestation på huvudnivå i studierätten och välj prestationens typ ur koduppsättningen.',
      en: 'Add a performance on the main level to the study right, and choose its type from the code set.',
    },
  },
  states: {
    label: { fi: 'Opiskeluoikeuden tilat', sv: 'Studierättens status', en: 'States of the study right' },
    toDo: {
      fi: 'Korjaa opiskeluoikeuden tilat: jokaisella tilalla on koodi ja alkupäivä, ne ovat aikajärjestyksessä, yhtenä päivänä alkaa vain yksi, ja päättävä tila on viimeinen.',
      sv: 'Rätta studierättens status: varje status har en kod och ett startdatum, de står i tidsordning, bara en börjar på en dag och den avslutande är sist.',
      en: 'Correct the states of the study right: each has a code and a first day, they stand in order of time, only one begins on a day, and the final one is last.',
    },
  },
  dates: {
    label: { fi: 'Päivämäärät', sv: 'Datum', en: 'Dates' },
    toDo: {
      fi: 'Korjaa päivämäärä: päivän on oltava kalenterissa, loppu ei ole ennen alkua, ja alkamis- ja päättymispäivä vastaavat tiloja.',
      sv: 'Rätta datumet: dagen ska finnas i kalendern, slutet inte vara före början, och start- och slutdatumet motsvara statusarna.',
      en: 'Correct the date: the day must be in the calendar, no end before its start, and the first and last day as the states say.',
    },
  },
  funding: {
    label: { fi: 'Opintojen rahoitus', sv: 'Studiernas finansiering', en: 'Funding of the studies' },
    toDo: {
      fi: 'Merkitse opintojen rahoitus koodiston mukaan jokaiselle jaksolle, jonka tila on läsnä, loma tai valmistunut.',
      sv: 'Anteckna studiernas finansiering enligt koduppsättningen för varje period vars status är närvarande, semester eller utexaminerad.',
      en: 'Enter the funding of the studies, by the code set, for every period whose state is present, holiday or graduated.',
    },
  },
  partTime: {
    label: { fi: 'Osa-aikaisuusjaksot', sv: 'Deltidsperioder', en: 'Periods of part-time study' },
    toDo: {
      fi: 'Korjaa osa-aikaisuusjaksot: osa-aikaisuus on prosenttiluku väliltä 0–100, eivätkä jaksot mene päällekkäin.',
      sv: 'Rätta deltidsperioderna: deltiden är ett procenttal mellan 0 och 100, och perioderna överlappar inte varandra.',
      en: 'Correct the periods of part-time study: a percentage from 0 to 100, and periods that do not overlap.',
    },
  },
  credits: {
    label: { fi: 'Osasuoritusten laajuus', sv: 'Delprestationernas omfattning', en: 'Extent of units' },
    toDo: {
      fi: 'Merkitse osasuorituksen laajuus lukuna, osaamispisteinä.',
      sv: 'Anteckna delprestationens omfattning som ett tal, i kompetenspoäng.',
      en: 'Enter the extent of the unit as a number, in competence points.',
    },
  },
  learningAtWork: {
    label: {
      fi: 'Koulutussopimukset ja oppisopimukset',
      sv: 'Utbildningsavtal och läroavtal',
      en: 'Training agreements and apprenticeships',
    },
    toDo: {
      fi: 'Korjaa koulutussopimuksen tai osaamisen hankkimistavan päivät opiskeluoikeuden ajalle, ja työnantajan Y-tunnus.',
      sv: 'Rätta datumen för utbildningsavtalet eller sättet att förvärva kunnande så att de ryms inom studierättens tid, och arbetsgivarens FO-nummer.',
      en: 'Correct the days of the training agreement or way of learning to lie within the study right, and the employer’s business id.',
    },
  },
  planRight: {
    label: { fi: 'HOKSin opiskeluoikeus', sv: 'Planens studierätt', en: 'The plan’s study right' },
    toDo: {
      fi: 'Tarkista eHOKSissa HOKSin opiskeluoikeus ja oppijanumero, ja lue KOSKI-tiedot samalta järjestäjältä ja samalta ajalta.',
      sv: 'Kontrollera planens studierätt och studentnummer i eHOKS, och läs KOSKI-uppgifter från samma anordnare och samma tid.',
      en: 'Check the plan’s study right and learner number in eHOKS, and read KOSKI data of the same provider and time.',
    },
  },
  planDecisions: {
    label: {
      fi: 'HOKSin hyväksyminen ja tavoite',
      sv: 'Planens godkännande och mål',
      en: 'Approval and aim of the plan',
    },
    toDo: {
      fi: 'Täydennä HOKSiin ensikertainen hyväksyminen ja osaamisen hankkimisen tarve, ja korjaa osaamisen saavuttamisen päivä.',
      sv: 'Komplettera planen med första godkännande och behov att förvärva kunnande, och rätta dagen då kunnandet uppnåddes.',
      en: 'Complete the plan’s first approval and need to acquire competence, and correct the day on which competence was achieved.',
    },
  },
  planUnits: {
    label: { fi: 'HOKSin osat', sv: 'Planens delar', en: 'Units of the plan' },
    toDo: {
      fi: 'Korjaa HOKSin tutkinnon osien ja koulutuksen osien koodit sekä oppimisen tuki; TUVA-koulutuksen osat kuuluvat omaan HOKSiinsa.',
      sv: 'Rätta koderna för planens examensdelar och utbildningsdelar samt stödet för lärandet; Hux-utbildningens delar hör till en egen plan.',
      en: 'Correct the codes of the plan’s units and parts, and the support for learning; parts of TUVA belong to a plan of their own.',
    },
  },
  workplacePeriods: {
    label: { fi: 'HOKSin työpaikkajaksot', sv: 'Planens arbetsplatsperioder', en: 'The plan’s periods at workplaces' },
    toDo: {
      fi: 'Täydennä osaamisen hankkimistapaan alku ja loppu, osa-aikaisuustieto, yksilöivä tunniste, työpaikan Y-tunnus ja oppisopimuksen perusta; keskeytymisajanjaksot eivät mene päällekkäin.',
      sv: 'Komplettera sättet att förvärva kunnandet med början och slut, deltid, identifierare, arbetsplatsens FO-nummer och läroavtalets grund; avbrottsperioderna överlappar inte varandra.',
      en: 'Complete the way of acquiring competence: start and end, part time, identifier, business id of the workplace, ground of the apprenticeship; its interruptions do not overlap.',
    },
  },
  mapping: {
    label: { fi: 'Taulukoiden kuvaus', sv: 'Beskrivningen av tabellerna', en: 'Mapping of the tables' },
    toDo: {
      fi: 'Korjaa kuvaukseen sarakkeiden nimet ja lisää siihen puuttuvat koodit; strapetsi map näyttää, miten rivit luetaan.',
      sv: 'Rätta kolumnernas namn i beskrivningen och lägg till koder som saknas; strapetsi map visar hur raderna läses.',
      en: 'Correct the names of columns in the mapping, and add the codes that it lacks; strapetsi map shows how rows are read.',
    },
  },
  values: {
    label: { fi: 'Solujen arvot', sv: 'Cellernas värden', en: 'Values of cells' },
    toDo: {
      fi: 'Korjaa tai täydennä arvo järjestelmässä, josta taulukko on viety.',
      sv: 'Rätta eller komplettera värdet i det system som tabellen har exporterats ur.',
      en: 'Correct or complete the value in the system from which the table was exported.',
    },
  },
  keys: {
    label: { fi: 'Taulukoiden yhteiset tunnisteet', sv: 'Tabellernas gemensamma koder', en: 'Keys that tables share' },
    toDo: {
      fi: 'Vie taulukot samalla kertaa ja tarkista, että opiskeluoikeuden, tutkinnon osan tai vastauksen tunniste on niissä sama.',
      sv: 'Exportera tabellerna på samma gång och kontrollera att koden för studierätten, examensdelen eller svaret är densamma i dem.',
      en: 'Export the tables at the same time, and check that the key of the study right, unit or reply is the same in them.',
    },
  },
  survey: {
    label: { fi: 'Kyselyn kuvaus', sv: 'Enkätens beskrivning', en: 'Description of the survey' },
    toDo: {
      fi: 'Anna Arvon kysymysluettelo tai kyselyn kuvaus (--survey), josta kysely, kysymykset ja vastausvaihtoehdot selviävät.',
      sv: 'Ge Arvos lista över frågor eller en beskrivning av enkäten (--survey) där enkäten, frågorna och svarsalternativen framgår.',
      en: 'Give Arvo’s list of questions or a description of the survey (--survey) that tells the survey, its questions and their options.',
    },
  },
  respondentCodes: {
    label: {
      fi: 'Vastaajatunnukset ja kohteet',
      sv: 'Svarskoder och målgrupp',
      en: 'Codes of respondents, and persons asked',
    },
    toDo: {
      fi: 'Anna vastausten kanssa Arvon vastaajatunnusten luettelo samalta ajalta; älä anna sen rinnalla kohteiden lukumääriä.',
      sv: 'Ge svaren tillsammans med Arvos lista över svarskoder från samma tid; ge inte målgruppens storlek vid sidan av den.',
      en: 'Give the replies together with Arvo’s list of codes of the same time; do not give numbers of persons asked beside it.',
    },
  },
  replyBackground: {
    label: { fi: 'Vastausten taustatiedot', sv: 'Svarens bakgrundsuppgifter', en: 'Background of replies' },
    toDo: {
      fi: 'Vie vastaukset taustatietoineen: koulutustoimija, vastausaika ja työpaikkajakson kesto päivinä.',
      sv: 'Exportera svaren med bakgrundsuppgifter: utbildningsanordnare, svarstid och arbetsplatsperiodens längd i dagar.',
      en: 'Export the replies with their background: provider, time of the reply, and length of the workplace period in days.',
    },
  },
  wholeDocument: {
    label: {
      fi: 'Koko asiakirja jäi pois',
      sv: 'Hela dokumentet lämnades bort',
      en: 'The whole document was left out',
    },
    toDo: {
      fi: 'Korjaa saman asiakirjan muut havainnot: ne kertovat, miksi siitä ei voitu lukea mitään.',
      sv: 'Åtgärda dokumentets andra observationer: de berättar varför inget av det kunde läsas.',
      en: 'Put the other findings of the same document right: they say why nothing of it could be read.',
    },
  },
  nothing: {
    label: { fi: 'Tiedoksi', sv: 'För kännedom', en: 'For information' },
    toDo: {
      fi: 'Ei korjattavaa: havainto kertoo, miten tiedot on luettu.',
      sv: 'Inget att rätta: observationen berättar hur uppgifterna har lästs.',
      en: 'Nothing to put right: the finding says how the data have been read.',
    },
  },
} as const satisfies Readonly<Record<string, FixTexts>>;

export type FixId = keyof typeof texts;

const isFixId = (id: string): id is FixId => id in texts;

/** All fixes, in the order in which they are worth doing. */
export const fixes: readonly Fix[] = Object.keys(texts).flatMap((id) =>
  isFixId(id) ? [{ id, label: texts[id].label, toDo: texts[id].toDo }] : [],
);
