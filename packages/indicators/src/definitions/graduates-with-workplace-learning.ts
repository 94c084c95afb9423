import { confirmedDimensions, confirmedSteps } from './confirmed-performances.js';
import type { Definition } from './definition.js';
import { cohort } from './dimensions.js';
import { warehouse } from './vocational.js';
import { bindWay, byWay, figuresByWay, limitsOfWays, rightFrom, rightTo, workplacesInRecords } from './workplace.js';

/** How many whole qualifications were earned with learning at work, by the day on which they were confirmed. */
export const graduatesWithWorkplaceLearning: Definition = {
  id: 'graduates-with-workplace-learning',
  version: '1.0.0',
  name: {
    fi: 'Tutkinnot, joihin kuuluu työpaikalla oppimista',
    sv: 'Examina med lärande på arbetsplatsen',
    en: 'Qualifications with learning at work',
  },
  meaning: {
    fi: 'Kuinka suureen osaan suoritetuista tutkinnoista kuului oppisopimus- tai koulutussopimuspäiviä opintojen jossakin vaiheessa.',
    sv: 'Hur stor andel av de avlagda examina som innefattade dagar med läroavtal eller utbildningsavtal i något skede av studierna.',
    en: 'What share of the qualifications completed had days of apprenticeship or training agreement at some time of the studies.',
  },
  direction: 'higherIsBetter',
  rules: [
    {
      id: 'any-day-before',
      label: {
        fi: 'Vähintään yksi päivä työpaikalla ennen valmistumista',
        sv: 'Minst en dag på en arbetsplats före examen',
        en: 'At least one day at work before graduation',
      },
      inForce: {},
      steps: [...confirmedSteps('wholeQualification'), ...bindWay(rightFrom, rightTo)],
      measure: byWay,
      sources: [
        warehouse(
          {
            fi: 'eHOKS-malli: valmistuneiden osuus, joilla on koulutussopimus tai oppisopimus (Vipunen)',
            sv: 'ePUK-modellen: andelen utexaminerade med utbildningsavtal eller läroavtal (Vipunen)',
            en: 'The eHOKS model: share of graduates with a training agreement or an apprenticeship (Vipunen)',
          },
          'model of eHOKS (valmistuneista koulutussopimus tai oppisopimus); p_lataa_amm_tutkinnot_valitaulu (11995), vahvistus_paiva',
        ),
        workplacesInRecords,
      ],
    },
  ],
  dimensions: [...confirmedDimensions, cohort(rightFrom)],
  figures: figuresByWay({
    fi: 'suoritetut tutkinnot vahvistuspäivän mukaan',
    sv: 'avlagda examina enligt dagen för bekräftelsen',
    en: 'qualifications completed, by the day of confirmation',
  }),
  limits: [
    {
      fi: 'Mukana on vain tämän opiskeluoikeuden työpaikkajaksot, ei opiskelijan aiemman opiskeluoikeuden.',
      sv: 'Här ingår bara studierättens egna arbetsplatsperioder, inte de i den studerandes tidigare studierätt.',
      en: 'Only workplace periods of this study right are looked at, not those of an earlier one of the student.',
    },
    ...limitsOfWays,
  ],
  unverified: [],
};
