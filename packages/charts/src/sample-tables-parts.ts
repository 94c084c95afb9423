import type { Cell, IndicatorTable, TableMember } from '@strapetsi/indicators/table';
import { completion, count } from './sample-table-parts.js';

/** Distributions of the provider that does not exist: situations at checkpoints. */

const states: readonly TableMember[] = [
  {
    id: '1',
    label: {
      fi: 'Valmistunut alkuperäisestä koulutuksesta',
      sv: 'Utexaminerad från den ursprungliga utbildningen',
      en: 'Graduated from the original education',
    },
  },
  {
    id: '2',
    label: {
      fi: 'Valmistunut muusta koulutuksesta',
      sv: 'Utexaminerad från annan utbildning',
      en: 'Graduated from other education',
    },
  },
  {
    id: '3',
    label: {
      fi: 'Jatkaa alkuperäisessä koulutuksessa',
      sv: 'Fortsätter i den ursprungliga utbildningen',
      en: 'Continues in the original education',
    },
  },
  {
    id: '4',
    label: {
      fi: 'Jatkaa muussa koulutuksessa',
      sv: 'Fortsätter i annan utbildning',
      en: 'Continues in other education',
    },
  },
  {
    id: '8',
    label: {
      fi: 'Keskeyttänyt ammatillisen koulutuksen',
      sv: 'Har avbrutit yrkesutbildningen',
      en: 'Has discontinued vocational education',
    },
  },
];

/** Shares of 300; `undefined` is withheld. */
function shares(...persons: readonly (number | undefined)[]): readonly Cell[] {
  return persons.map((x) =>
    x === undefined
      ? { status: 'withheld', reason: 'primary', n: count(300) }
      : { status: 'value', value: x / 300, n: count(300), x: count(x) },
  );
}

/** Where 300 starters are at five checkpoints: early on two situations are withheld, the last checkpoint is not reached. */
export const situationsAtCheckpoints: IndicatorTable = {
  ...completion,
  figure: {
    id: 'states',
    label: { fi: 'Tilanteiden jakauma', sv: 'Fördelning enligt situation', en: 'Distribution of situations' },
    unit: 'share',
    decimals: 0,
  },
  dimensions: [
    {
      id: 'checkpoint',
      label: { fi: 'Tarkasteluajankohta', sv: 'Uppföljningstidpunkt', en: 'Checkpoint' },
      scale: 'ordinal',
      members: [12, 24, 36, 48, 60].map((months) => ({
        id: String(months),
        label: { fi: `${String(months)} kk`, sv: `${String(months)} mån`, en: `${String(months)} months` },
      })),
    },
    { id: 'state', label: { fi: 'Tilanne', sv: 'Situation', en: 'Situation' }, scale: 'nominal', members: states },
  ],
  cells: [
    ...shares(undefined, undefined, 252, 24, 18),
    ...shares(36, 6, 192, 33, 33),
    ...shares(165, 12, 66, 15, 42),
    ...shares(198, 24, 18, 12, 48),
    ...states.map((): Cell => ({ status: 'immature', matures: '2027-07-01' })),
  ],
};
