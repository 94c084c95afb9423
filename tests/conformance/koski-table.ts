import { creditsOfRight, isoFromDay, OPEN, type Facts } from '@strapetsi/indicators';
import { completionMethods, periodStates, workplaceKinds } from '../../packages/indicators/src/facts/codes.js';
import { read, type Reading } from './koski-documents.js';

/** `docs/conformance.md`: what the reader makes of each of KOSKI's example documents. No person's data are in it. */

export interface NamedDocument {
  readonly file: string;
  readonly bytes: Uint8Array;
}

const iso = (day: number | undefined): string => (day === undefined || day === OPEN ? '…' : isoFromDay(day));

function periodsOf(facts: Facts, right: number): string {
  const { periods } = facts;
  const texts: string[] = [];
  for (let at = 0; at < periods.count; at++) {
    if (periods.right[at] !== right) continue;
    const [start, end] = [periods.start[at], periods.end[at]];
    const time = start === end ? iso(start) : `${iso(start)} – ${iso(end)}`;
    const funding = periods.funding[at] === 255 ? '' : `, funding ${periods.funding[at] ?? ''}`;
    const share = periods.share[at] === 1_000_000 ? '' : `, ${(periods.share[at] ?? 0) / 10_000} %`;
    texts.push(`${time} ${periodStates[periods.state[at] ?? 0] ?? ''}${funding}${share}`);
  }
  return texts.join('; ');
}

function rightOf(facts: Facts, right: number): string {
  const { rights, dictionaries } = facts;
  const type = dictionaries.performanceType.keys[rights.performanceType[right] ?? -1] ?? '–';
  const qualification = dictionaries.qualification.keys[rights.qualification[right] ?? -1] ?? '–';
  const method = completionMethods[rights.method[right] ?? 255];
  const language = dictionaries.language.keys[rights.language[right] ?? -1];
  const marks = [method, language, rights.nested[right] === 1 ? 'nested' : undefined];
  return [`${type} ${qualification}`, ...marks.filter((mark) => mark !== undefined)].join(', ');
}

function learningAtWorkOf(facts: Facts): string {
  const { workplaces, dictionaries } = facts;
  const texts = Array.from({ length: workplaces.count }, (_, at) => {
    const kind = workplaceKinds[workplaces.kind[at] ?? 255] ?? '';
    const area = dictionaries.area.keys[workplaces.area[at] ?? -1];
    const where = area === undefined ? '' : `, area ${area}`;
    return `${iso(workplaces.start[at])} – ${iso(workplaces.end[at])} ${kind}${where}`;
  });
  return texts.join('; ') || '–';
}

function partsOf(facts: Facts, right: number): number {
  return facts.credits.right.filter((each) => each === right).length;
}

function pointsOf(facts: Facts, right: number): string {
  const { total, vocationalUnits, commonUnits, freelyChosenUnits, individuallyExpandingUnits } = creditsOfRight(
    facts,
    right,
  );
  const [vocational, common] = [vocationalUnits.credits, commonUnits.credits];
  const rest = freelyChosenUnits.credits + individuallyExpandingUnits.credits;
  return total === 0 ? '0' : `${total} = ${vocational} + ${common} + ${rest}`;
}

function findingsOf({ findings, summary }: Reading): string {
  const refused = summary.refused === 0 ? '' : `**refused ${summary.refused}** `;
  const counts = new Map<string, number>();
  for (const { severity, code } of findings) {
    const each = severity === 'note' ? code : `**${code}**`;
    counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  return refused + ([...counts].map(([code, count]) => (count === 1 ? code : `${code} × ${count}`)).join(', ') || '–');
}

async function rowsOf({ file, bytes }: NamedDocument): Promise<string[]> {
  const reading = await read(bytes);
  const name = file.replace(/\.json$/, '');
  const rows: string[] = [];
  for (const facts of reading.batches) {
    for (let right = 0; right < facts.rights.count; right++) {
      const credits = [partsOf(facts, right), pointsOf(facts, right)];
      const time = [periodsOf(facts, right), ...credits, facts.spells.count, learningAtWorkOf(facts)];
      const cells = [name, rightOf(facts, right), ...time];
      rows.push(`| ${cells.join(' | ')} | ${findingsOf(reading)} |`);
    }
  }
  return rows.length > 0 ? rows : [`| ${name} | – | – | – | – | – | – | ${findingsOf(reading)} |`];
}

const HEAD = `# Conformance: KOSKI's example documents

What the KOSKI source makes of the 26 example documents for vocational and preparatory education of the national service
(Opetushallitus/koski @ 180e806b, \`src/test/resources/backwardcompatibility\`; their persons are artificial, and nothing of them is shown here).
The table is made and compared by \`tests/conformance/koski-examples.test.ts\`; write it anew with \`UPDATE_CONFORMANCE=1\`.

- **study right**: type of the leading performance, its code, how the studies are carried out (suoritustapa) and in which language; codes outside the national set of qualifications carry the name of their set, a provider's own \`local\`.
- **parts**: parts of performances, the whole tree.
- **competence points**: of units, as in the national report: vocational + common + (freely chosen and expanding). An extent that is missing or in another unit (weeks, credits of higher education) counts as 0.
- **spells**: periods of additional information, of ways of acquiring competence and of agreements.
- **learning at work**: apprenticeships, training agreements, learning on the job; within the time of the right.
- **findings**: bold where it is more than a note. The documents are what a school's system *sends*, so the numbers and the provider that KOSKI adds are missing in most: a note each, and an export has them.

| document | study right | periods | parts | competence points | spells | learning at work | findings |
|---|---|---|---|---|---|---|---|
`;

const TAIL = `
## What was looked at, document by document

- Every document has one study right, and every one gives facts; none is refused. The two \`tiedonsiirto-epaonnistunut\` documents were turned down by the
  national service for what only it can know (they name a school that their sender may not write to): as documents they are sound.
- \`ammatillinen-full\`, \`-ops\`, \`-reformiuseitatutkinnonosia\` and \`tiedonsiirto-vainsyntymaaika\` carry a learner number and no identity code: no birth year and no gender.
- \`ammatillinen-erikoisammattitutkinto\` holds preparatory education for a competence-based qualification before the qualification: the qualification leads,
  its five units have no extent (0 points, as in KOSKI's report), and the three parts of the preparatory education are no units.
- \`ammatillinen-erikoisammattitutkinto\` has an apprenticeship from 31 May 2015 without an end: it lasts as long as the right, as the days of apprenticeship
  in KOSKI's own report do, though another form of organising begins on 31 March 2016. The business id of its employer has a wrong check digit.
- \`ammatillinen-perustutkinto\` has one period of learning on the job, in Jyväskylä (179).
- \`ammatillinen-valmistunutosittainensuoritususeastatutkinnosta\`: units of several qualifications have a code of their own in place of a qualification.
- \`ammatillinen-full\` has six units, one of them with an extent; \`-osatoisestatutkinnosta\` and \`-paikallinen\` one without; \`-uusi\`, \`-sisaltyytoisenoppilaitoksen…\` and \`tiedonsiirto-*\` none at all.
- \`ammatillinen-ops\` ends as resigned, which needs no funding: no finding.
- \`ammatillinen-reforminmukainenperustutkinto*\` and \`-reformiuseitatutkinnonosia\` have studies under the headings of general upper secondary and higher education:
  11 points among the vocational units, the headings themselves none. Their common unit is not assessed yet; its points count all the same, as in KOSKI's report.
- \`tutkintokoulutukseenvalmentavakoulutus-*\` measure in weeks, \`ammatillinen-muuammatillinenkoulutus\` in credits of higher education: parts without competence points.
- In \`ammatilliseenperuskoulutukseenvalmentavakoulutus\`, \`tyohonjaitsenaiseenelamaanvalmentavakoulutus\` and \`ammatillinen-tutkinnonosaapienempikokonaisuus\` parts have
  competence points but are no units of a qualification: not in the total.
- \`ammatillinen-sisaltyytoisenoppilaitoksenopiskeluoikeuteen\` is included in another school's right: marked as nested, so that no one is counted twice.

## Rules of reading

Where a document leaves room, this is what is read; each case has its finding, and a test in \`tests/conformance/koski-*.test.ts\`.

| case | what is read |
|---|---|
| periods not in order of time | in the order of their first days |
| two periods from one day | the later one in the document (as KOSKI's AikajaksoRowBuilder) |
| a period whose first day cannot be read | the study right is left out: without it the lengths of its neighbours are not known |
| an unknown state | its time is a gap, counted nowhere |
| periods after a final state | are read; the final state lasts its one day |
| only funding or part time changes | a new row; the first day of the state stays (tilaAlkanut) |
| part-time periods that overlap | the first listed (as KOSKI) |
| a part-time share that is no percentage | full time |
| an end before its start (spells, part time) | left out |
| start or end of the right that its periods contradict | the periods |
| an instant (\`2017-10-25T21:00Z\`) | its day in Europe/Helsinki (26 October) |
| an apprenticeship that was dissolved (oppisopimuksenPurkaminen) | ends on that day |
| learning at work before or after the study right | its days within the right, as in KOSKI's report; none: left out |
| a training agreement that is only a way of acquiring competence | a period of learning at work without employer, unless the right has periods of training agreements |
| the same learning at work in two performances | one period |
| a business id with a wrong check digit | no employer |
| names of employers and workplaces | are not read: they may be those of persons |
| a raised performance (korotettuOpiskeluoikeusOid), a raised part (korotettu) | raised, whether the attempt succeeded or not: its points are not new |
| a study right by itself, without a learner | a person of the file only |
| several performances | the whole qualification leads, before general upper secondary, preparatory, units, other; of equals the first |
| several documents of one person in a batch (1,000 persons) | joined; of a study right that comes twice the first |
| a person met again in a later batch | refused, so that nobody counts twice: sort the file by learner |
| no learner number and no identity code | a person of the file only (\`file:N\`) |
| no number of the study right | the source system's id, keyed where it could name a person; else its place in the file |
| text that is not UTF-8 | as Windows-1252; UTF-16 by its byte-order mark |
| a document in an array that lacks a closing bracket | refused alone; reading goes on at the next \`{"henkilö"\` |

## Figures of the national report

\`ammatillinen-perustutkinto_2024-08-13\`: all figures of KOSKI's own report for this learner are exact (\`expected/credits-of-one-qualification.json\`):
183 in all; 6 vocational units with 135, 3 with a demonstration, none recognised; 4 common units with 38 (8 mandatory areas 29, 3 optional 9, 1 recognised);
1 freely chosen, 1 expanding; 40 assessed from 1 January to 2 February 2015. The same figures are restated in \`tests/conformance/koski-credits.test.ts\`.
`;

/** The whole document. */
export async function conformanceTable(documents: readonly NamedDocument[]): Promise<string> {
  const rows: string[] = [];
  for (const each of documents) rows.push(...(await rowsOf(each)));
  return `${HEAD}${rows.join('\n')}\n${TAIL}`;
}
