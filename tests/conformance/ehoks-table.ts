import { isoFromDay, NO_DAY, readPlans, type Finding, type PlanRecord, type PlanSummary } from '@strapetsi/indicators';
import { KEY } from './koski-documents.js';

/** `docs/conformance-ehoks.md`: what the reader makes of each of eHOKS's example files. No person's data are in it. */

const iso = (day: number | undefined): string => (day === undefined || day === NO_DAY ? '–' : isoFromDay(day));

function workplacesOf({ workplaces }: PlanRecord): string {
  const texts = workplaces.map(
    ({ start, end, share, employer }) =>
      `${iso(start)} – ${iso(end)}, ${share / 10_000} %${employer === undefined ? ', no employer' : ''}`,
  );
  return texts.join('; ') || '–';
}

function findingsOf(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { severity, code } of findings) {
    const each = severity === 'note' ? code : `**${code}**`;
    counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  return [...counts].map(([code, count]) => (count === 1 ? code : `${code} × ${count}`)).join(', ') || '–';
}

async function rowOf({ file, bytes }: { readonly file: string; readonly bytes: Uint8Array }): Promise<string> {
  const plans: PlanRecord[] = [];
  const findings: Finding[] = [];
  let summary: PlanSummary | undefined;
  const options = { pseudonymKey: KEY, asOf: '2026-07-16', onFinding: (each: Finding) => findings.push(each) };
  for await (const plan of readPlans(bytes, { ...options, onSummary: (given) => (summary = given) })) plans.push(plan);
  const counts = `${summary?.read ?? 0} = ${summary?.facts ?? 0} + ${summary?.deleted ?? 0} + ${summary?.refused ?? 0}`;
  const [first] = plans;
  const cells =
    first === undefined
      ? ['–', '–', '–']
      : [
          [first.plan.approved, first.plan.lastApproved, first.plan.updated, first.plan.achieved].map(iso).join('; '),
          `${first.plan.priorUnits}; ${first.plan.plannedUnits}`,
          workplacesOf(first),
        ];
  return `| ${[file.replace(/\.json$/, ''), counts, ...cells, findingsOf(findings)].join(' | ')} |`;
}

const HEAD = `# Conformance: eHOKS's example plans

What the source of personal plans makes of the seven example files of the national service (Opetushallitus/ehoks @ 2a04d34f; their
persons are artificial, and nothing of them is shown here). The table is made and compared by \`tests/conformance/ehoks-plans.test.ts\`;
write it anew with \`UPDATE_CONFORMANCE=1\`.

- **records**: read = given on + deleted + refused.
- **days**: first approval; latest approval; latest change; competence acquired. Instants are days of Helsinki: \`2017-10-25T21:00:00.000Z\` is 26 October.
- **units**: acquired before; to acquire.
- **workplace periods**: days and part-time share.
- **findings**: bold where it is more than a note.

| file | records | days | units | workplace periods | findings |
|---|---|---|---|---|---|
`;

const TAIL = `
## What was looked at, file by file

- \`hoksit\`: its first period says nothing of the workplace and has no part-time figure, which it need not have as it ended before July 2023:
  full time, without employer. A way of another kind (\`osaamisenhankkimistapa_muu\`) is no learning at work. Five of its periods end after 25 August 2021 and have
  a business id, as they must.
- \`hoks_ainoastaan_ammatillisia\`: a period of one day in 2028 without a workplace. A plan may say so: periods lie ahead.
- \`hoks_ainoastaan_YTOja\`: two periods of the same days, in areas of a common unit: each has half of every day, times its part-time share.
- \`hoks_tuva\`: a plan of preparatory education, with parts in place of units.
- The plans other than \`hoksit\` are older than the identifiers of periods, which the service demands by now: a note each, as a period entered twice would not be noticed.
- \`oppijat\`: eight learners and no plan. Each is refused as what it is not, without a word of who it is.

## Rules of reading

Each case has its finding, and a test in \`packages/indicators/src/sources/ehoks\`.

| case | what is read |
|---|---|
| a plan that was deleted (poistettu) | counted, left out |
| the same plan twice (by its number) | the first |
| several plans of a study right | all |
| learning at work | ways with \`osaamisenhankkimistapa_oppisopimus\` or \`_koulutussopimus\`, of vocational and local units and of areas of common ones |
| a part-time figure that is missing or no percentage, period ending after 30 June 2023 | no days, as in the service's own duration (palaute/tyoelama/kesto.clj) |
| the same, ending earlier | full time, as in the service's correction for 2022–2023 (doc/tyopaikkajaksojen-kestojen-laskenta.md) |
| interruptions of the period, or of the study right | their days do not count, and others do not share them; holidays of the right do count, as in the service since 2023 |
| a period outside its study right | all of it, with a finding |
| a period without an end | goes on |
| a period whose identifier came before in the plan | left out |
| a business id with a wrong check digit | no employer |
| a right with workplace periods in both KOSKI and its plans | those of the plans |
| a plan whose study right is not in the facts | not counted, a finding at the end |

What gives no facts is not checked: demonstrations, assessors, career plans, descriptions.
`;

/** The whole document. */
export async function plansTable(
  files: readonly { readonly file: string; readonly bytes: Uint8Array }[],
): Promise<string> {
  const rows: string[] = [];
  for (const each of files) rows.push(await rowOf(each));
  return `${HEAD}${rows.join('\n')}\n${TAIL}`;
}
