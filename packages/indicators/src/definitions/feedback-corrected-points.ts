import type { Definition, Expr } from './definition.js';
import { act, answerDimensions, answers, onlyThoseWhoAnswered, oneDay } from './feedback-parts.js';

const points: Expr = { multiply: [{ column: 'answer.value' }, { column: 'response.weight' }] };

/**
 * Points of the questions that count for funding (rahoitusmallikysymykset), before the correction of non-response: that is a
 * function of the response rate of the whole survey, provider and funding period, which `correctedPoints` applies to the sums.
 */
export const feedbackCorrectedPoints: Definition = {
  id: 'feedback-corrected-points',
  version: '1.0.0',
  name: { fi: 'Palautepisteet', sv: 'Responspoäng', en: 'Feedback points' },
  meaning: {
    fi: 'Rahoituksessa huomioon otettavien kysymysten vastausten summa, työelämäpalautteessa työpaikkajakson päivillä painotettuna; katokorjauskerroin lisätään järjestäjän, kyselyn ja rahoituskauden summaan.',
    sv: 'Summan av svaren på de frågor som beaktas i finansieringen, i arbetslivsresponsen viktad med arbetsplatsperiodens dagar; bortfallskorrigeringen görs på summan för anordnare, enkät och finansieringsperiod.',
    en: 'The sum of the answers to the questions that count for funding, in working-life feedback weighted by the days of the workplace period; the correction of non-response is applied to the sum of a provider, survey and funding period.',
  },
  direction: 'higherIsBetter',
  over: 'response',
  rules: [
    {
      id: 'points',
      label: {
        fi: 'Pisteet ennen katokorjausta',
        sv: 'Poäng före bortfallskorrigering',
        en: 'Points before correction',
      },
      inForce: {},
      steps: [...answers, { keep: { all: [{ column: 'answer.forFunding' }, { not: { column: 'answer.cantSay' } }] } }],
      measure: { kind: 'sum', amount: points },
      sources: [
        {
          title: {
            fi: 'Opiskelija- ja työelämäpalautteen pisteet (Vipusen tietovarasto)',
            sv: 'Studerande- och arbetslivsresponsens poäng (Vipunens datalager)',
            en: 'Points of student and working-life feedback (the warehouse behind Vipunen)',
          },
          reference: 'CSCfi/antero e14a7bf3, p_lataa_f_amos_opiskelijapalaute, p_lataa_f_amos_tyoelamapalaute',
        },
        act,
      ],
    },
  ],
  dimensions: answerDimensions,
  figures: [
    {
      id: 'points',
      label: {
        fi: 'Pisteet ennen katokorjausta',
        sv: 'Poäng före bortfallskorrigering',
        en: 'Points before correction',
      },
      unit: 'points',
      kind: 'amount',
      perUnit: 1,
      decimals: 0,
    },
    {
      id: 'respondents',
      label: { fi: 'Vastaajien määrä', sv: 'Antal personer som svarat', en: 'Number of respondents' },
      unit: 'respondents',
      kind: 'persons',
      decimals: 0,
    },
  ],
  limits: [
    {
      fi: 'Katokorjaus tehdään järjestäjän, kyselyn ja rahoituskauden (1.7.–30.6.) summasta. Oppilaitosten tai tutkintojen pisteitä ei korjata omilla vastausosuuksillaan.',
      sv: 'Bortfallskorrigeringen görs på summan för anordnare, enkät och finansieringsperiod (1.7–30.6). Läroanstalters och examinas poäng korrigeras inte med egna svarsprocenter.',
      en: 'Non-response is corrected in the sum of a provider, survey and funding period (1 July to 30 June). Points of schools or qualifications are not corrected by rates of their own.',
    },
    {
      fi: 'Yrittäjien jaksot kuuluvat myös työpaikkakyselyyn 9/8-kertoimella; sitä ei ole tehty tässä luvussa.',
      sv: 'Företagares perioder ingår också i enkäten till arbetsplatser med koefficienten 9/8; det har inte gjorts i detta tal.',
      en: 'Periods of entrepreneurs also belong to the survey to workplaces, times 9/8; that is not done in this figure.',
    },
    onlyThoseWhoAnswered,
    oneDay,
  ],
  unverified: [
    {
      fi: 'Mitkä kysymykset otetaan huomioon rahoituksessa, on luettu kyselyn tiedoista; kysymysten luetteloa ei ole julkisessa lähteessä.',
      sv: 'Vilka frågor som beaktas i finansieringen har lästs ur enkätens uppgifter; förteckningen över frågorna finns inte i någon offentlig källa.',
      en: 'Which questions count for funding is taken from the data of the survey; no public source lists them.',
    },
  ],
};
