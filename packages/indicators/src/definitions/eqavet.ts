import type { CalculateOptions } from '../engine/options.js';
import type { Definition, Source } from './definition.js';

/**
 * Which of the reference indicators of EQAVET that are about learners (4 completion, 5 placement, 8 vulnerable groups) the definitions
 * serve, by which figure and run, and what is left uncovered. Data: the other indicators are about systems, staff, countries or surveys
 * of employers' sectors.
 */
type Text = Definition['name'];

/** A figure of ours, and how it is run for the indicator. */
export interface EqavetFigure {
  /** Id of a definition of the catalogue. */
  readonly definition: string;
  readonly figure: string;
  readonly by: CalculateOptions['by'];
  readonly only?: CalculateOptions['only'];
  /** What it then tells, in words. */
  readonly tells: Text;
}

export interface EqavetPart {
  /** As EQAVET numbers it: `4a`. */
  readonly id: string;
  readonly numerator: Text;
  readonly denominator: Text;
  readonly figures: readonly EqavetFigure[];
  /** What the indicator asks for and the figures do not tell, and why. */
  readonly notCovered: readonly Text[];
}

export interface EqavetIndicator {
  readonly number: 4 | 5 | 8;
  readonly name: Text;
  readonly parts: readonly EqavetPart[];
}

/** Names and texts are paraphrases: the Finnish and Swedish ones are ours, the English ones those of the indicator pages. */
export const eqavetSource: Source = {
  title: {
    fi: 'EQAVETin viiteindikaattorit (neuvoston suositus 2020/C 417/01)',
    sv: 'EQAVET:s referensindikatorer (rådets rekommendation 2020/C 417/01)',
    en: 'EQAVET reference indicators (Council Recommendation 2020/C 417/01)',
  },
  reference: 'eqavet.eu, Indicators 4, 5 and 8 (paraphrased; the text of Annex II was not to be had)',
};

const initial = { qualificationType: ['initial'], started: ['vocational'] } as const;
const continuing = { qualificationType: ['further', 'specialist'], started: ['vocational'] } as const;

const completedByCheckpoint: Text = {
  fi: 'kunkin aloituskohortin osuus, joka on suorittanut koko tutkinnon puolen vuoden välein viiteen vuoteen asti',
  sv: 'andelen av varje startkohort som har avlagt hel examen, med ett halvt års mellanrum upp till fem år',
  en: 'the share of each starting cohort that has completed a whole qualification, every six months up to five years',
};
const estimated: Text = {
  fi: 'arvio 48 kuukaudessa suorittavien osuudesta myös kohorteille, joiden seuranta-aika on kesken',
  sv: 'en uppskattning av andelen som avlägger examen på 48 månader, även för kohorter vars uppföljning pågår',
  en: 'an estimate of the share completing within 48 months, also of cohorts that have not had their time',
};
const oneProvider: Text = {
  fi: 'Toiselle järjestäjälle siirtynyt ja siellä valmistunut näkyy vasta, kun järjestäjien luvut yhdistetään kansallisesti.',
  sv: 'Den som har gått över till en annan anordnare och tagit examen där syns först när anordnarnas tal samlas nationellt.',
  en: 'Those who moved to another provider and completed there are seen only where figures are put together nationally.',
};

function completion(id: '4a' | '4b', texts: Pick<EqavetPart, 'numerator' | 'denominator'>): EqavetPart {
  const only = id === '4a' ? initial : continuing;
  const common: readonly Text[] = [oneProvider];
  const otherContinuing: Text = {
    fi: 'Jatkuvasta koulutuksesta mukana ovat ammatti- ja erikoisammattitutkinnot, ei lyhyempi koulutus; perustutkintoa opiskelevat aikuiset ovat kohdassa 4a.',
    sv: 'Av fortbildningen ingår yrkes- och specialyrkesexamina, inte kortare utbildning; vuxna som studerar för en grundexamen finns i 4a.',
    en: 'Of continuing training further and specialist qualifications are covered, not shorter training; adults in initial qualifications are in 4a.',
  };
  return {
    id,
    ...texts,
    figures: [
      {
        definition: 'completion-by-cohort',
        figure: 'completed',
        by: ['cohort', 'checkpoint'],
        only,
        tells: completedByCheckpoint,
      },
      {
        definition: 'up-to-date-completion',
        figure: 'within48',
        by: ['cohort'],
        only: { qualificationType: only.qualificationType },
        tells: estimated,
      },
    ],
    notCovered: id === '4a' ? common : [...common, otherContinuing],
  };
}

const afterYears: Text = {
  fi: '1 ja 3 vuoden kuluttua, vuoden lopun tilanteesta',
  sv: 'efter 1 och 3 år, enligt läget i slutet av året',
  en: 'after 1 and 3 years, by the situation at the end of the year',
};

const groupsAreNational: Text = {
  fi: 'Mitkä ryhmät ovat heikossa asemassa, päätetään kansallisesti. Tässä ryhmiä voi katsoa äidinkielen, iän ja sukupuolen mukaan; vammaisuutta, toimeentuloa ja vanhempien koulutusta ei ole tiedoissa.',
  sv: 'Vilka grupper som är utsatta avgörs nationellt. Här kan grupper ses enligt modersmål, ålder och kön; funktionsnedsättning, försörjning och föräldrarnas utbildning finns inte i uppgifterna.',
  en: 'Which groups are disadvantaged is decided nationally. Here groups can be looked at by mother tongue, age and gender; disability, income and parents’ education are not in the records.',
};
const supportIsNoCut: Text = {
  fi: 'Erityistä tukea saavien läpäisyä ei voi katsoa erikseen: tuki ei ole jaottelu, ja sen tiedot päättyvät vuoteen 2025.',
  sv: 'Genomströmningen bland dem som får särskilt stöd kan inte ses för sig: stöd är ingen indelning, och uppgifterna slutar med 2025.',
  en: 'Completion of those with special support cannot be looked at apart: support is no cut, and its records end with 2025.',
};

export const eqavet: readonly EqavetIndicator[] = [
  {
    number: 4,
    name: {
      fi: 'Ammatillisen koulutuksen läpäisyaste',
      sv: 'Genomströmning i yrkesutbildningen',
      en: 'Completion rate in VET programmes',
    },
    parts: [
      completion('4a', {
        numerator: {
          fi: 'ammatillisen peruskoulutuksen tutkinnon suorittaneet',
          sv: 'de som avlagt examen inom grundläggande yrkesutbildning',
          en: 'those completing IVET (attaining a formal qualification)',
        },
        denominator: {
          fi: 'ammatillisen peruskoulutuksen aloittaneet',
          sv: 'de som inlett grundläggande yrkesutbildning',
          en: 'those entering IVET',
        },
      }),
      completion('4b', {
        numerator: {
          fi: 'ammatillisen jatkokoulutuksen suorittaneet',
          sv: 'de som slutfört yrkesinriktad fortbildning',
          en: 'those completing CVET (leading to recognition)',
        },
        denominator: {
          fi: 'ammatillisen jatkokoulutuksen aloittaneet',
          sv: 'de som inlett yrkesinriktad fortbildning',
          en: 'those entering CVET',
        },
      }),
    ],
  },
  {
    number: 5,
    name: {
      fi: 'Ammatillisesta koulutuksesta valmistuneiden sijoittuminen',
      sv: 'De utexaminerades placering efter yrkesutbildningen',
      en: 'Placement rate of graduates from VET programmes',
    },
    parts: [
      {
        id: '5a',
        numerator: {
          fi: 'valmistuneet, jotka ovat 12–36 kuukauden kuluttua työssä, jatko-opinnoissa tai muualla',
          sv: 'utexaminerade som efter 12–36 månader har placerat sig i arbete, fortsatta studier eller annat',
          en: 'VET completers placed in labour market, further education/training (incl. university) or other destination within 12-36 months after the end of the programme',
        },
        denominator: { fi: 'valmistuneet', sv: 'utexaminerade', en: 'VET completers' },
        figures: [
          {
            definition: 'in-work-or-study',
            figure: 'share',
            by: ['yearsAfter'],
            only: { yearsAfter: ['1', '3'] },
            tells: afterYears,
          },
          {
            definition: 'employed',
            figure: 'share',
            by: ['yearsAfter'],
            only: { yearsAfter: ['1', '3'] },
            tells: {
              fi: 'niistä työssä; työlliset opiskelijat myös jatko-opinnoissa, joten osuuksia ei lasketa yhteen',
              sv: 'av dem i arbete; sysselsatta studerande finns också i fortsatta studier, så andelarna räknas inte ihop',
              en: 'of them at work; employed students are in further study too, so the shares are not added',
            },
          },
          {
            definition: 'further-study-with-work',
            figure: 'share',
            by: ['yearsAfter'],
            only: { yearsAfter: ['1', '3'] },
            tells: {
              fi: 'niistä jatko-opinnoissa, myös työn ohella',
              sv: 'av dem i fortsatta studier, även vid sidan av arbete',
              en: 'of them in further study, also beside work',
            },
          },
        ],
        notCovered: [
          {
            fi: 'Muita sijoittumisen muotoja, kuten varusmiespalvelusta (koodi 5), ei lasketa sijoittuneisiin.',
            sv: 'Andra former av placering, såsom beväringstjänst (kod 5), räknas inte in.',
            en: 'Other destinations, such as military service (code 5), are not counted as placed.',
          },
          {
            fi: 'Jatko-opintojen aste (korkeakoulu tai muu) ei ole tiedoissa.',
            sv: 'De fortsatta studiernas nivå (högskola eller annan) finns inte i uppgifterna.',
            en: 'The level of further study (university or other) is not in the records.',
          },
        ],
      },
      {
        id: '5b',
        numerator: {
          fi: 'valmistuneet, jotka ovat työssä vuoden kuluttua',
          sv: 'utexaminerade som arbetar ett år senare',
          en: 'VET completers employed one year after the end of training',
        },
        denominator: { fi: 'valmistuneet', sv: 'utexaminerade', en: 'VET completers' },
        figures: [
          {
            definition: 'employed',
            figure: 'share',
            by: ['year'],
            only: { yearsAfter: ['1'] },
            tells: {
              fi: 'työlliset valmistumista seuraavan vuoden lopussa',
              sv: 'sysselsatta i slutet av året efter examensåret',
              en: 'the employed at the end of the year after the year of graduation',
            },
          },
        ],
        notCovered: [
          {
            fi: 'Tilanne on vuoden lopusta, joten valmistumisesta on 12–24 kuukautta.',
            sv: 'Läget är i slutet av året, så det har gått 12–24 månader sedan examen.',
            en: 'The situation is that of the end of a year, so that 12 to 24 months have passed since graduation.',
          },
        ],
      },
    ],
  },
  {
    number: 8,
    name: {
      fi: 'Heikossa asemassa olevien ryhmien osuus',
      sv: 'Andelen utsatta grupper',
      en: 'Prevalence of vulnerable groups',
    },
    parts: [
      {
        id: '8a',
        numerator: {
          fi: 'opiskelijat (ja suorittaneet), jotka kuuluvat heikossa asemassa oleviin ryhmiin',
          sv: 'studerande (och de som avlagt examen) som hör till utsatta grupper',
          en: 'participants (and completers) from disadvantaged groups',
        },
        denominator: {
          fi: 'kaikki opiskelijat (ja suorittaneet)',
          sv: 'alla studerande (och alla som avlagt examen)',
          en: 'all participants (and completers)',
        },
        figures: [
          {
            definition: 'special-support',
            figure: 'special',
            by: ['year'],
            tells: {
              fi: 'erityistä tukea saavien osuus opiskeluoikeuksista vuoteen 2025',
              sv: 'andelen studierätter med särskilt stöd till och med 2025',
              en: 'the share of study rights with special support, until 2025',
            },
          },
          {
            definition: 'students-on-20-september',
            figure: 'students',
            by: ['year', 'motherTongue'],
            tells: {
              fi: 'opiskelijat äidinkieliryhmittäin; samoin iän ja sukupuolen mukaan',
              sv: 'studerande enligt modersmålsgrupp; likaså enligt ålder och kön',
              en: 'students by mother-tongue group; likewise by age and gender',
            },
          },
          {
            definition: 'qualifications',
            figure: 'persons',
            by: ['year', 'motherTongue'],
            tells: {
              fi: 'tutkinnon suorittaneet äidinkieliryhmittäin; samoin iän ja sukupuolen mukaan',
              sv: 'de som avlagt examen enligt modersmålsgrupp; likaså enligt ålder och kön',
              en: 'holders of new qualifications by mother-tongue group; likewise by age and gender',
            },
          },
        ],
        notCovered: [groupsAreNational],
      },
      {
        id: '8b',
        numerator: {
          fi: 'koulutuksen suorittaneet, jotka kuuluvat heikossa asemassa oleviin ryhmiin',
          sv: 'de som avlagt examen och hör till utsatta grupper',
          en: 'completers from disadvantaged groups',
        },
        denominator: {
          fi: 'koulutuksen aloittaneet, jotka kuuluvat heikossa asemassa oleviin ryhmiin',
          sv: 'de som inlett utbildning och hör till utsatta grupper',
          en: 'entrants from disadvantaged groups',
        },
        figures: [
          {
            definition: 'completion-by-cohort',
            figure: 'completed',
            by: ['cohort', 'checkpoint', 'motherTongue'],
            only: { started: ['vocational'] },
            tells: {
              fi: 'aloituskohortin läpäisy äidinkieliryhmittäin; samoin iän ja sukupuolen mukaan',
              sv: 'startkohortens genomströmning enligt modersmålsgrupp; likaså enligt ålder och kön',
              en: 'completion of the starting cohort by mother-tongue group; likewise by age and gender',
            },
          },
        ],
        notCovered: [groupsAreNational, supportIsNoCut],
      },
    ],
  },
];
