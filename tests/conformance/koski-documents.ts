import {
  readKoski,
  type ByteSource,
  type Facts,
  type Finding,
  type ReadOptions,
  type ReadSummary,
} from '@strapetsi/indicators';

/** Artificial documents in KOSKI's form, and a reading of them, for the tests of the KOSKI source. */

export type Json = Record<string, unknown>;

export const KEY = 'a key of artificial data';

export const code = (koodiarvo: string, koodistoUri: string): Json => ({ koodiarvo, koodistoUri });

/** [first day, state, funding] */
export type State = readonly [alku: string, tila: string, rahoitus?: string];

export const states = (...periods: readonly State[]): Json => ({
  opiskeluoikeusjaksot: periods.map(([alku, tila, rahoitus = '1']) => ({
    alku,
    tila: code(tila, 'koskiopiskeluoikeudentila'),
    opintojenRahoitus: code(rahoitus, 'opintojenrahoitus'),
  })),
});

export const performance = (type = 'ammatillinentutkinto', rest: Json = {}): Json => ({
  tyyppi: code(type, 'suorituksentyyppi'),
  koulutusmoduuli: {
    tunniste: { ...code('361902', 'koulutus'), nimi: { fi: 'Luonto- ja ympäristöalan perustutkinto' } },
  },
  toimipiste: { oid: '1.2.246.562.10.42456023292', nimi: { fi: 'Toimipiste', sv: 'Verksamhetsställe' } },
  ...rest,
});

export const right = (n: number, rest: Json = {}): Json => ({
  oid: `1.2.246.562.15.${String(n).padStart(11, '0')}`,
  koulutustoimija: { oid: '1.2.246.562.10.346830761110', nimi: { fi: 'Järjestäjä' } },
  oppilaitos: { oid: '1.2.246.562.10.52251087186', nimi: { fi: 'Ammattiopisto', sv: 'Yrkesinstitut' } },
  tyyppi: code('ammatillinenkoulutus', 'opiskeluoikeudentyyppi'),
  tila: states(['2023-01-09', 'lasna']),
  suoritukset: [performance()],
  ...rest,
});

export const learner = (n: number): Json => ({ oid: `1.2.246.562.24.${String(n).padStart(11, '0')}` });

export const document = (n: number, rights: readonly unknown[] = [right(n)]): Json => ({
  henkilö: learner(n),
  opiskeluoikeudet: rights,
});

export interface Reading {
  readonly batches: readonly Facts[];
  readonly findings: readonly Finding[];
  readonly codes: readonly string[];
  readonly summary: ReadSummary;
}

export async function read(source: ByteSource, options: Partial<ReadOptions> = {}): Promise<Reading> {
  const batches: Facts[] = [];
  const findings: Finding[] = [];
  const reading = readKoski(source, {
    pseudonymKey: KEY,
    ...options,
    onFinding(finding) {
      findings.push(finding);
      options.onFinding?.(finding);
    },
  });
  for (;;) {
    const next = await reading.next();
    if (next.done === true)
      return { batches, findings, codes: findings.map((finding) => finding.code), summary: next.value };
    batches.push(next.value);
  }
}

export const readDocuments = (documents: readonly unknown[], options?: Partial<ReadOptions>): Promise<Reading> =>
  read(documents.map((each) => `${JSON.stringify(each)}\n`).join(''), options);

/** The only batch of a reading. */
export function onlyBatch(reading: Reading): Facts {
  const [batch] = reading.batches;
  if (batch === undefined || reading.batches.length !== 1) throw new Error(`${reading.batches.length} batches`);
  return batch;
}

export async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
