import type { Definition, DimensionRule, Figure, Rule, Step } from './definition.js';
import { education } from './dimensions.js';
import {
  bindFundingOn,
  bindInvalid,
  cutsOf,
  fundingOf,
  invalidated,
  nested,
  personsOnce,
  warehouse,
  windowDimensions,
} from './vocational.js';

/** Study rights by the day on which their performance was confirmed: what qualifications and parts of them have in common. */

/** Rights whose performance was confirmed in the period, one row each, `fundingThen` bound. */
export function confirmedSteps(education: 'wholeQualification' | 'qualificationUnits'): readonly Step[] {
  return [
    bindInvalid,
    {
      keep: {
        all: [
          { in: 'right.education', codes: [education] },
          { atMost: [{ param: 'from' }, { column: 'right.confirmed' }] },
          { atMost: [{ column: 'right.confirmed' }, { min: [{ param: 'to' }, { param: 'asOf' }] }] },
        ],
      },
    },
    { exclude: invalidated },
    { exclude: nested },
    // The day itself, or the last one of the right where it was confirmed after that.
    { bind: 'fundedOn', to: { min: [{ column: 'right.confirmed' }, { column: 'right.end' }] } },
    bindFundingOn('fundingThen', { column: 'fundedOn' }),
    { slice: [{ column: 'right.confirmed' }, { column: 'right.confirmed' }] },
  ];
}

function ruleOf(education: 'wholeQualification' | 'qualificationUnits'): Rule {
  return {
    id: 'confirmation',
    label: {
      fi: 'Vahvistuspäivän mukaan',
      sv: 'Enligt dagen för bekräftelsen',
      en: 'By the day of confirmation',
    },
    inForce: {},
    steps: confirmedSteps(education),
    measure: { kind: 'count' },
    sources: [
      warehouse(
        {
          fi: 'Ammatillisen koulutuksen tutkinnot (Vipusen tietovarasto)',
          sv: 'Examina inom yrkesutbildning (Vipunens datalager)',
          en: 'Qualifications of vocational education (the warehouse behind Vipunen)',
        },
        'p_lataa_amm_tutkinnot_valitaulu (11995), vahvistus_paiva',
      ),
    ],
  };
}

export const confirmedDimensions: readonly DimensionRule[] = [
  ...cutsOf({ param: 'window.start' }, { column: 'right.start' }, { column: 'right.confirmed' }),
  education,
  ...windowDimensions,
  fundingOf('fundingThen'),
];

/** @param leadingTo what the right leads to */
export function confirmedPerformances(
  texts: Pick<Definition, 'id' | 'name' | 'meaning'>,
  leadingTo: 'wholeQualification' | 'qualificationUnits',
  figures: readonly Figure[],
): Definition {
  return {
    ...texts,
    version: '1.0.0',
    direction: 'higherIsBetter',
    rules: [ruleOf(leadingTo)],
    dimensions: confirmedDimensions,
    figures,
    limits: [personsOnce],
    unverified: [
      {
        fi: 'Hankintakoulutuksessa kansallinen tietovarasto laskee sisältyvän opiskeluoikeuden vahvistuksen ja jättää sen sisältävän pois. Tässä opiskeluoikeuksien välinen yhteys ei ole tiedossa: sisältävä lasketaan oman vahvistuksensa mukaan ja sisältyvä jätetään pois.',
        sv: 'I upphandlad utbildning räknar det nationella datalagret bekräftelsen i den studierätt som ingår i en annan, och lämnar bort den som innehåller den. Här är sambandet mellan studierätterna inte känt: den omslutande studierätten räknas enligt sin egen bekräftelse och den som ingår lämnas bort.',
        en: 'Of education bought from another provider, the national warehouse counts the confirmation of the study right that is included, and leaves out the one around it. Which right is included in which is not known here: the one around it is counted by its own confirmation, and the included one is left out.',
      },
    ],
  };
}
