import { formatDate, formatPeriod, type Lang } from '@strapetsi/text';

export type PageLang = Extract<Lang, 'fi' | 'sv'>;

export interface PageTexts {
  readonly title: string;
  readonly kicker: string;
  readonly intro: string;
  readonly skip: string;
  readonly sections: string;
  readonly language: string;
  readonly keyFigures: string;
  readonly studentYearsIn: (year: string) => string;
  readonly starters: string;
  readonly completed: string;
  readonly studentYears: ChartTexts;
  readonly completion: ChartTexts;
  readonly schools: ChartTexts;
  readonly about: string;
  readonly source: string;
  readonly sourceText: string;
  readonly privacy: string;
  readonly privacyText: string;
  readonly method: string;
  readonly files: string;
  readonly filesText: string;
  readonly fictional: string;
  readonly ownData: string;
  readonly madeWith: string;
}

export interface ChartTexts {
  /** Of the card, and of the link to it. */
  readonly heading: string;
  readonly explanation: string;
  /** Of the chart: what exactly is drawn. */
  readonly title: string;
}

/** What the page is about, for its sentences. */
export interface Subject {
  /** First and last day of the student years. */
  readonly years: { readonly from: string; readonly to: string };
  /** Half-year in which the cohort started, such as 2021-H2. */
  readonly cohort: string;
  /** The day of the data. */
  readonly asOf: string;
}

export function pageTexts(lang: PageLang, subject: Subject): PageTexts {
  return lang === 'fi' ? finnish(subject) : swedish(subject);
}

/** "syksyllä 2021" */
function inTermFinnish(cohort: string): string {
  return `${cohort.endsWith('H2') ? 'syksyllä' : 'keväällä'} ${cohort.slice(0, 4)}`;
}

/** "hösten 2021" */
function inTermSwedish(cohort: string): string {
  return `${cohort.endsWith('H2') ? 'hösten' : 'våren'} ${cohort.slice(0, 4)}`;
}

function finnish({ years, cohort, asOf }: Subject): PageTexts {
  const term = inTermFinnish(cohort);
  return {
    title: 'Opinnot lukuina',
    kicker: 'Laatu ja tulokset',
    intro:
      'Näin opinnot etenevät meillä: kuinka paljon opiskellaan, kuinka moni suorittaa tutkinnon ja miten oppilaitokset eroavat toisistaan.',
    skip: 'Siirry sisältöön',
    sections: 'Sivun osat',
    language: 'Kieli',
    keyFigures: 'Avainluvut',
    studentYearsIn: (year) => `opiskelijavuotta vuonna ${year}`,
    starters: `aloitti ammatillisen koulutuksen ${term}`,
    completed: 'heistä suoritti tutkinnon neljässä vuodessa',
    studentYears: {
      heading: 'Opiskelijavuodet',
      explanation:
        'Yksi opiskelijavuosi vastaa yhtä vuotta kokopäiväistä opiskelua, joten luku kertoo, kuinka paljon meillä opiskellaan.',
      title: `Opiskelijavuodet vuosittain ${formatPeriod(years.from, years.to, 'fi')}`,
    },
    completion: {
      heading: 'Matka tutkintoon',
      explanation: `Näin suuri osuus ${term} ammatillisen koulutuksen aloittaneista on suorittanut koko tutkinnon, kun aloittamisesta on kulunut 6–60 kuukautta.`,
      title: `Koko tutkinnon suorittaneet, ${term} aloittaneet`,
    },
    schools: {
      heading: 'Oppilaitokset',
      explanation:
        'Samat aloittaneet neljän vuoden kuluttua. Pienten ryhmien tietoja ei näytetä, jotta ketään ei voi tunnistaa.',
      title: `Koko tutkinnon neljässä vuodessa suorittaneet oppilaitoksittain, ${term} aloittaneet`,
    },
    about: 'Tietoja luvuista',
    source: 'Lähde',
    sourceText: `Koulutuksen järjestäjän omat KOSKI-tiedot, tilanne ${formatDate(asOf, 'fi')}. Luvut on laskettu järjestäjän omalla koneella, eikä henkilötietoja ole lähetetty muualle.`,
    privacy: 'Tietosuoja',
    privacyText: 'Sivulla on vain julkaistuja lukuja. Julkaisusääntö:',
    method: 'Laskentatapa',
    files: 'Tiedostot',
    filesText: 'Samat luvut koneluettavina (JSON):',
    fictional: 'Tämä on esimerkkisivu: koulutuksen järjestäjä, oppilaitokset ja opiskelijat ovat keksittyjä.',
    ownData: 'Luvut on laskettu tällä koneella, eikä tietoja ole lähetetty minnekään.',
    madeWith: 'Kaaviot on tehty Strapetsilla.',
  };
}

function swedish({ years, cohort, asOf }: Subject): PageTexts {
  const term = inTermSwedish(cohort);
  return {
    title: 'Studierna i siffror',
    kicker: 'Kvalitet och resultat',
    intro:
      'Så framskrider studierna hos oss: hur mycket det studeras, hur många som avlägger examen och hur läroanstalterna skiljer sig från varandra.',
    skip: 'Gå till innehållet',
    sections: 'Sidans delar',
    language: 'Språk',
    keyFigures: 'Nyckeltal',
    studentYearsIn: (year) => `studerandeår år ${year}`,
    starters: `inledde en yrkesutbildning ${term}`,
    completed: 'av dem avlade examen på fyra år',
    studentYears: {
      heading: 'Studerandeår',
      explanation:
        'Ett studerandeår motsvarar ett år av heltidsstudier. Talet visar alltså hur mycket det studeras hos oss.',
      title: `Studerandeår per år ${formatPeriod(years.from, years.to, 'sv')}`,
    },
    completion: {
      heading: 'Vägen till examen',
      explanation: `Så stor andel av dem som inledde en yrkesutbildning ${term} har avlagt en hel examen när det har gått 6–60 månader sedan starten.`,
      title: `De som har avlagt hel examen, start ${term}`,
    },
    schools: {
      heading: 'Läroanstalterna',
      explanation:
        'Samma studerande fyra år efter starten. Uppgifter om små grupper visas inte, så att ingen kan kännas igen.',
      title: `De som har avlagt hel examen på fyra år enligt läroanstalt, start ${term}`,
    },
    about: 'Om siffrorna',
    source: 'Källa',
    sourceText: `Utbildningsanordnarens egna KOSKI-uppgifter, läget ${formatDate(asOf, 'sv')}. Siffrorna har beräknats på anordnarens egen dator och inga personuppgifter har skickats vidare.`,
    privacy: 'Dataskydd',
    privacyText: 'På sidan finns bara publicerade siffror. Regel för publicering:',
    method: 'Beräkning',
    files: 'Filer',
    filesText: 'Samma siffror i maskinläsbar form (JSON):',
    fictional: 'Det här är en exempelsida: utbildningsanordnaren, läroanstalterna och de studerande är påhittade.',
    ownData: 'Siffrorna har beräknats på den här datorn och inga uppgifter har skickats någonstans.',
    madeWith: 'Diagrammen är gjorda med Strapetsi.',
  };
}
