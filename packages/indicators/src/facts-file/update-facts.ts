import { createFactsBuilder } from '../facts/builder.js';
import { createDictionaries, createDictionary } from '../facts/dictionary.js';
import type { Facts } from '../facts/facts.js';
import type { OwnColumnPlan } from '../facts/own-columns.js';
import { createCopier, type Copier } from './copy.js';

/** What became of the rows of a facts file and of a newer export. `older` were newer in the file, and stayed. */
export interface UpdateSummary {
  readonly studyRights: UpdateCounts;
  readonly replies: UpdateCounts;
  /** Outcomes have no number of their own: those of the export, where it has any, take the place of all that were there. */
  readonly outcomes: Pick<UpdateCounts, 'kept' | 'added'>;
}

interface UpdateCounts {
  readonly kept: number;
  readonly replaced: number;
  readonly added: number;
  readonly older: number;
}

interface Place {
  readonly batch: Facts;
  readonly row: number;
}

/** A newer export, found by the keys of persons, study rights and replies. */
interface Changes {
  readonly persons: ReadonlyMap<string, readonly Place[]>;
  readonly rights: ReadonlyMap<string, Place>;
  readonly responses: ReadonlyMap<string, Place>;
  readonly hasOutcomes: boolean;
}

function changesOf(batches: readonly Facts[]): Changes {
  const persons = new Map<string, Place[]>();
  const rights = new Map<string, Place>();
  const responses = new Map<string, Place>();
  for (const batch of batches) {
    batch.persons.key.forEach((key, row) => {
      const known = persons.get(key);
      if (known === undefined) persons.set(key, [{ batch, row }]);
      else known.push({ batch, row });
    });
    batch.rights.key.forEach((key, row) => rights.set(key, { batch, row }));
    batch.responses.key.forEach((key, row) => responses.set(key, { batch, row }));
  }
  return { persons, rights, responses, hasOutcomes: batches.some(({ outcomes }) => outcomes.count > 0) };
}

/** Rows of each person of a batch. */
function rowsOf(owners: Int32Array, persons: number): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: persons }, () => []);
  owners.forEach((person, row) => rows[person]?.push(row));
  return rows;
}

const BATCH_PERSONS = 1000;

/**
 * A facts file brought up to date with a newer export: study rights and replies of the export take the place of those with the same
 * key, unless their version is lower than the one that is there; what the export does not hold stays. Whoever is in both has all
 * of it, and days of learning at work that his or her rights share are divided anew. Then calculate again: aggregates are not updated.
 * The export is held in memory, the file is not.
 */
export async function* updateFacts(
  old: Iterable<Facts> | AsyncIterable<Facts>,
  newer: readonly Facts[],
  { onSummary }: { readonly onSummary?: (summary: UpdateSummary) => void } = {},
): AsyncGenerator<Facts, UpdateSummary> {
  const changes = changesOf(newer);
  const counts = {
    studyRights: { kept: 0, replaced: 0, added: 0, older: 0 },
    replies: { kept: 0, replaced: 0, added: 0, older: 0 },
    outcomes: { kept: 0, added: 0 },
  };
  const dictionaries = createDictionaries();
  /** Rows of the export that are older than those of the file. */
  const stale = new Set<string>();
  const met = new Set<string>();
  const given = new Set<string>();
  let target: { readonly builder: ReturnType<typeof createFactsBuilder>; readonly copier: Copier } | undefined;

  function targetFor(first: Facts | undefined): NonNullable<typeof target> {
    if (target !== undefined) return target;
    const own = ownPlans(first === undefined ? newer : [first, ...newer]);
    const builder = createFactsBuilder(dictionaries, own);
    return (target = { builder, copier: createCopier(builder, dictionaries, own) });
  }

  /** Whether a row of the file stays; what is in its place is noted. */
  function stays(table: 'studyRights' | 'replies', key: string, version: number): boolean {
    const change = (table === 'studyRights' ? changes.rights : changes.responses).get(key);
    if (change === undefined) {
      counts[table].kept++;
      return true;
    }
    met.add(`${table} ${key}`);
    const later = table === 'studyRights' ? (change.batch.rights.version[change.row] ?? -1) : -1;
    if (version > later && later >= 0) {
      counts[table].older++;
      stale.add(`${table} ${key}`);
      return true;
    }
    counts[table].replaced++;
    return false;
  }

  function addOfChanges(key: string, person: number, copier: Copier): void {
    for (const { batch, row } of changes.persons.get(key) ?? []) {
      const { rights, responses, outcomes } = batch;
      rights.person.forEach((owner, right) => {
        const name = `studyRights ${rights.key[right] ?? ''}`;
        if (owner !== row || stale.has(name)) return;
        if (!met.has(name)) counts.studyRights.added++;
        copier.right(batch, right, person);
      });
      responses.person.forEach((owner, response) => {
        const name = `replies ${responses.key[response] ?? ''}`;
        if (owner !== row || stale.has(name)) return;
        if (!met.has(name)) counts.replies.added++;
        copier.response(batch, response, person);
      });
      outcomes.person.forEach((owner, outcome) => {
        if (owner !== row) return;
        counts.outcomes.added++;
        copier.outcome(batch, outcome, person);
      });
    }
  }

  for await (const batch of old) {
    const { builder, copier } = targetFor(batch);
    const { persons, rights, responses, outcomes } = batch;
    const [ofRights, ofResponses, ofOutcomes] = [rights, responses, outcomes].map(({ person }) =>
      rowsOf(person, persons.count),
    );
    persons.key.forEach((key, row) => {
      const person = copier.person(batch, row);
      for (const right of ofRights?.[row] ?? [])
        if (stays('studyRights', rights.key[right] ?? '', rights.version[right] ?? -1))
          copier.right(batch, right, person);
      for (const response of ofResponses?.[row] ?? [])
        if (stays('replies', responses.key[response] ?? '', -1)) copier.response(batch, response, person);
      for (const outcome of changes.hasOutcomes ? [] : (ofOutcomes?.[row] ?? [])) {
        counts.outcomes.kept++;
        copier.outcome(batch, outcome, person);
      }
      if (given.has(key)) return;
      given.add(key);
      addOfChanges(key, person, copier);
    });
    yield builder.finish();
  }
  const { builder, copier } = targetFor(undefined);
  for (const [key, [first]] of changes.persons) {
    if (given.has(key) || first === undefined) continue;
    addOfChanges(key, copier.person(first.batch, first.row), copier);
    if (builder.personCount >= BATCH_PERSONS) yield builder.finish();
  }
  if (builder.personCount > 0) yield builder.finish();
  onSummary?.(counts);
  return counts;
}

function ownPlans(batches: readonly Facts[]): readonly OwnColumnPlan[] {
  const plans = new Map<string, OwnColumnPlan>();
  for (const { own } of batches) {
    for (const [name, { of, label }] of Object.entries(own))
      if (!plans.has(name)) plans.set(name, { name, of, label, dictionary: createDictionary() });
  }
  return [...plans.values()];
}
