import type { ChildRelation, Expr, RootRelation } from '@strapetsi/indicators';
import { codesOfRecords } from './random-records.js';

/** A column of codes, with some that the records have. */
export interface CodeColumn {
  readonly column: string;
  readonly codes: readonly string[];
}

/** What an expression can name where it stands, by what it means. Everything may be missing. */
export interface Words {
  readonly days: readonly Expr[];
  /** Whole numbers of at most some thousands. */
  readonly numbers: readonly Expr[];
  /** Amounts of up to a million. */
  readonly wide: readonly Expr[];
  /** 0 or 1 */
  readonly flags: readonly Expr[];
  readonly codes: readonly CodeColumn[];
  /** Columns whose codes are in a dictionary, with its name: those of one dictionary can be compared. */
  readonly dictionaries: readonly { readonly column: string; readonly of: string }[];
}

export const noWords: Words = { days: [], numbers: [], wide: [], flags: [], codes: [], dictionaries: [] };

export function joinWords(...all: readonly Words[]): Words {
  return {
    days: all.flatMap(({ days }) => days),
    numbers: all.flatMap(({ numbers }) => numbers),
    wide: all.flatMap(({ wide }) => wide),
    flags: all.flatMap(({ flags }) => flags),
    codes: all.flatMap(({ codes }) => codes),
    dictionaries: all.flatMap(({ dictionaries }) => dictionaries),
  };
}

interface Names {
  readonly days?: readonly string[];
  readonly numbers?: readonly string[];
  readonly wide?: readonly string[];
  readonly flags?: readonly string[];
  readonly codes?: Readonly<Record<string, readonly string[]>>;
  readonly dictionaries?: Readonly<Record<string, keyof typeof codesOfRecords>>;
}

function wordsOf(relation: string, names: Names): Words {
  const columns = (list: readonly string[] = []): readonly Expr[] =>
    list.map((name) => ({ column: `${relation}.${name}` }));
  const dictionaries = Object.entries(names.dictionaries ?? {}).map(([name, of]) => ({
    column: `${relation}.${name}`,
    of,
  }));
  const closed = Object.entries(names.codes ?? {}).map(([name, codes]) => ({ column: `${relation}.${name}`, codes }));
  const keyed = dictionaries.map(({ column, of }) => ({ column, codes: [...codesOfRecords[of], 'not in the data'] }));
  return {
    days: columns(names.days),
    numbers: columns(names.numbers),
    wide: columns(names.wide),
    flags: columns(names.flags),
    codes: [...closed, ...keyed],
    dictionaries,
  };
}

const educations = ['wholeQualification', 'generalUpperSecondary', 'preparatory', 'qualificationUnits', 'other'];

const right: Names = {
  days: ['start', 'end', 'estimatedEnd', 'confirmed'],
  flags: ['tuva', 'nested', 'purchased'],
  codes: {
    education: educations,
    julyRule: ['removed', 'counted', 'noValue'],
    method: ['reform', 'curriculum', 'demonstration'],
  },
  dictionaries: {
    provider: 'provider',
    school: 'school',
    location: 'location',
    qualification: 'qualification',
    performanceType: 'performanceType',
    language: 'language',
  },
};

const period: Names = {
  days: ['start', 'end', 'stateBegan'],
  numbers: ['funding'],
  wide: ['share'],
  codes: {
    state: ['present', 'holiday', 'interrupted', 'graduated', 'resigned', 'deemedResigned'],
    funding: ['1', '2', '16', '99', '0'],
  },
};

export const personWords = wordsOf('person', {
  numbers: ['birthYear'],
  codes: { gender: ['male', 'female', 'other'] },
  dictionaries: { motherTongue: 'language' },
});

const organisation = { provider: 'provider', school: 'school', qualification: 'qualification' } as const;

export const rootWords: Readonly<Record<RootRelation, Words>> = {
  right: wordsOf('right', right),
  outcome: wordsOf('outcome', {
    days: ['graduated'],
    numbers: ['yearsAfter', 'graduates'],
    codes: { activity: ['employed', 'employedStudent', 'student', 'unemployed', 'emigrated'] },
    dictionaries: organisation,
  }),
  response: wordsOf('response', {
    days: ['day'],
    numbers: ['asked', 'weight'],
    flags: ['answered'],
    codes: { education: educations },
    dictionaries: { ...organisation, survey: 'survey' },
  }),
};

export const childWords: Readonly<Record<ChildRelation, Words>> = {
  period: wordsOf('period', period),
  credit: wordsOf('credit', {
    days: ['assessed'],
    numbers: ['group', 'recognised'],
    wide: ['points'],
    flags: ['mandatory', 'demonstrated', 'raised'],
    codes: { group: ['1', '2', '3', '4', '0'] },
    dictionaries: { unit: 'unit', parentUnit: 'unit', type: 'performanceType' },
  }),
  spell: wordsOf('spell', { days: ['start', 'end'], dictionaries: { kind: 'spell' } }),
  plan: wordsOf('plan', {
    days: ['approved', 'lastApproved', 'updated', 'achieved'],
    numbers: ['priorUnits', 'plannedUnits'],
    flags: ['needed'],
  }),
  workplace: wordsOf('workplace', {
    days: ['start', 'end'],
    wide: ['share'],
    flags: ['first'],
    codes: { kind: ['apprenticeship', 'trainingAgreement', 'onTheJobLearning'] },
    dictionaries: { employer: 'employer', area: 'area' },
  }),
  answer: wordsOf('answer', {
    numbers: ['value'],
    flags: ['cantSay', 'forFunding'],
    dictionaries: { question: 'question' },
  }),
};

/** Another right of the person, with one of its periods. */
export const otherWords: Words = joinWords(wordsOf('other', right), wordsOf('otherPeriod', period));

export const childrenOf: Readonly<Record<RootRelation, readonly ChildRelation[]>> = {
  right: ['period', 'credit', 'spell', 'plan', 'workplace'],
  outcome: [],
  response: ['answer'],
};

/** The provider's own column of each root. */
export const ownColumns = { right: 'team', outcome: 'intake', response: 'channel' } as const;

export function ownWords(over: RootRelation): Words {
  const name = ownColumns[over];
  return {
    ...noWords,
    codes: [{ column: `own.${name}`, codes: codesOfRecords[name] }],
    dictionaries: [{ column: `own.${name}`, of: name }],
  };
}
