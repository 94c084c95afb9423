import type { Figure, Measure } from './definition.js';

/** Where those who left go on: steps of the national follow-up, the nearest first. */
export const STAYED = 0;
export const SAME_QUALIFICATION = 1;
export const SAME_FORM = 5;
export const OTHER_FORM = 7;
export const NOWHERE = 9;

/** Fields of education by level, the narrowest first: classifications that the run brings along. */
export const fieldLevels = [
  { by: 'fieldLevel3', code: 2 },
  { by: 'fieldLevel2', code: 3 },
  { by: 'fieldLevel1', code: 4 },
] as const;

type Category = Extract<Measure, { kind: 'distribution' }>['categories'][number];

export const situations: readonly Category[] = [
  { code: STAYED, label: { fi: 'Ei eronnut', sv: 'Inte utskriven', en: 'Did not leave' } },
  {
    code: SAME_QUALIFICATION,
    label: {
      fi: 'Erosi, jatkaa samaa tutkintoa',
      sv: 'Skrevs ut, fortsätter i samma examen',
      en: 'Left, goes on in the same qualification',
    },
  },
  {
    code: 2,
    label: {
      fi: 'Erosi, jatkaa samalla koulutusalalla (taso 3)',
      sv: 'Skrevs ut, fortsätter inom samma utbildningsområde (nivå 3)',
      en: 'Left, goes on in the same field (level 3)',
    },
  },
  {
    code: 3,
    label: {
      fi: 'Erosi, jatkaa samalla koulutusalalla (taso 2)',
      sv: 'Skrevs ut, fortsätter inom samma utbildningsområde (nivå 2)',
      en: 'Left, goes on in the same field (level 2)',
    },
  },
  {
    code: 4,
    label: {
      fi: 'Erosi, jatkaa samalla koulutusalalla (taso 1)',
      sv: 'Skrevs ut, fortsätter inom samma utbildningsområde (nivå 1)',
      en: 'Left, goes on in the same field (level 1)',
    },
  },
  {
    code: SAME_FORM,
    label: {
      fi: 'Erosi, jatkaa samassa koulutusmuodossa',
      sv: 'Skrevs ut, fortsätter i samma utbildningsform',
      en: 'Left, goes on in the same form of education',
    },
  },
  {
    code: OTHER_FORM,
    label: {
      fi: 'Erosi, jatkaa muussa toisen asteen koulutuksessa',
      sv: 'Skrevs ut, fortsätter i annan utbildning på andra stadiet',
      en: 'Left, goes on in other upper secondary education',
    },
  },
  {
    code: NOWHERE,
    label: {
      fi: 'Keskeytti toisen asteen koulutuksen',
      sv: 'Avbröt utbildningen på andra stadiet',
      en: 'Discontinued upper secondary education',
    },
  },
];

/** @param codes of the situations that the definition has */
export function discontinuationFigures(codes: readonly number[]): readonly Figure[] {
  const left = codes.filter((code) => code !== STAYED);
  const denominator = {
    fi: 'opiskelijat, jotka ovat tarkastelujaksolla olleet läsnä tai lomalla',
    sv: 'studerande som varit närvarande eller på semester under observationsperioden',
    en: 'students who were present or on holiday in the window',
  };
  return [
    {
      id: 'discontinued',
      label: {
        fi: 'Keskeyttäneiden osuus',
        sv: 'Andel som avbrutit utbildningen',
        en: 'Share that discontinued',
      },
      unit: 'share',
      kind: 'share',
      of: [NOWHERE],
      decimals: 1,
      numerator: {
        fi: 'niistä ne, jotka ovat eronneet eivätkä jatka missään kolmen kuukauden kuluessa',
        sv: 'de av dem som skrivits ut och inte fortsätter någonstans inom tre månader',
        en: 'those of them who left and go on nowhere within three months',
      },
      denominator,
    },
    {
      id: 'left',
      label: { fi: 'Eronneiden osuus', sv: 'Andel som skrivits ut', en: 'Share that left' },
      unit: 'share',
      kind: 'share',
      of: left,
      decimals: 1,
      numerator: {
        fi: 'niistä ne, jotka ovat eronneet',
        sv: 'de av dem som skrivits ut',
        en: 'those of them who left',
      },
      denominator,
    },
    {
      id: 'wentOn',
      label: {
        fi: 'Muualla jatkavien osuus eronneista',
        sv: 'Andel av de utskrivna som fortsätter i annan utbildning',
        en: 'Share of those who left that went on elsewhere',
      },
      unit: 'share',
      kind: 'share',
      of: left.filter((code) => code !== NOWHERE),
      outOf: left,
      decimals: 1,
      numerator: {
        fi: 'eronneet, jotka jatkavat muualla kolmen kuukauden kuluessa',
        sv: 'utskrivna som fortsätter i annan utbildning inom tre månader',
        en: 'those who left and go on elsewhere within three months',
      },
      denominator: {
        fi: 'eronneet',
        sv: 'utskrivna',
        en: 'those who left',
      },
    },
    {
      id: 'situations',
      label: { fi: 'Tilanteiden jakauma', sv: 'Fördelning enligt situation', en: 'Distribution of situations' },
      unit: 'share',
      kind: 'distribution',
      decimals: 1,
      numerator: {
        fi: 'kussakin tilanteessa olevat',
        sv: 'de som är i varje situation',
        en: 'those in each situation',
      },
      denominator,
    },
  ];
}
