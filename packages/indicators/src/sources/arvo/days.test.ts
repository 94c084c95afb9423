import { describe, expect, test } from 'vitest';
import { isoFromDay } from '../../days/calendar.js';
import { NO_DAY } from '../../days/day.js';
import { createReporter } from '../../findings/reporter.js';
import { dayOfReply, hasFundingDay, type ReplyDay } from './days.js';
import { arvoFindings, type ArvoFindingCode } from './findings.js';
import type { ArvoRecord } from './record.js';

function dayOf(fields: ArvoRecord['fields'], by: ReplyDay) {
  const found: string[] = [];
  const reporter = createReporter<ArvoFindingCode>(arvoFindings, undefined, ({ code }) => found.push(code));
  const day = dayOfReply({ fields }, by, reporter);
  return [day === NO_DAY ? undefined : isoFromDay(day), ...found];
}

const link = { linkFrom: '2025-02-01', linkTo: '2025-03-31', trigger: '2025-01-20' };

describe('the day of a reply', () => {
  test('is that of the answer, and without one the last of the answering time', () => {
    expect(dayOf({ ...link, answered: '14.2.2025' }, 'answer')).toEqual(['2025-02-14']);
    expect(dayOf(link, 'answer')).toEqual(['2025-03-31']);
    expect(dayOf({ linkFrom: '2025-02-01' }, 'answer')).toEqual(['2025-02-01']);
  });

  test('for funding is that of the trigger, else the first of the code, in working life the end of the period', () => {
    expect(dayOf({ ...link, answered: '2025-02-14' }, 'funding')).toEqual(['2025-01-20']);
    expect(dayOf({ ...link, trigger: '', answered: '2025-02-14' }, 'funding')).toEqual(['2025-02-01']);
    expect(dayOf({ ...link, workEnd: '2024-12-15' }, 'funding')).toEqual(['2024-12-15']);
    expect(dayOf({ answered: '2025-02-14' }, 'funding')).toEqual(['2025-02-14']);
    expect([{ answered: '2025-02-14' }, link].map((fields) => hasFundingDay({ fields }))).toEqual([false, true]);
  });

  test('of an instant is the day in Finland', () => {
    expect(dayOf({ answered: '2025-02-14T22:30:00Z' }, 'answer')).toEqual(['2025-02-15']);
  });

  test('of a month is its last', () => {
    expect(dayOf({ month: '2024-02' }, 'answer')).toEqual(['2024-02-29']);
    expect(dayOf({ month: '2024-02-01' }, 'funding')).toEqual(['2024-02-29']);
  });

  test('that is none is said, and the next one taken', () => {
    expect(dayOf({ ...link, answered: '2025-02-30' }, 'answer')).toEqual(['2025-03-31', 'invalid-date']);
    expect(dayOf({ month: 'maaliskuu' }, 'answer')).toEqual([undefined, 'invalid-date']);
    expect(dayOf({}, 'answer')).toEqual([undefined]);
  });
});
