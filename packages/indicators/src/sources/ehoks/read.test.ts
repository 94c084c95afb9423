import { describe, expect, it, test } from 'vitest';
import { iso, KEY, plan, read, readOne, unit } from '../../../testing/plan-documents.js';
import type { ByteSource } from '../documents/bytes.js';
import { createPseudonyms } from '../documents/pseudonyms.js';
import { planFindings, readPlans } from './index.js';

describe('a plan', () => {
  it('belongs to a study right, and to the learner by the same pseudonym as in KOSKI data', async () => {
    const { plans, codes } = await readOne({});
    expect(plans[0]).toMatchObject({ rightKey: '1.2.246.562.15.00000000001', number: '1' });
    expect(plans[0]?.person).toBe(createPseudonyms(KEY)('oid', '1.2.246.562.24.00000000001'));
    expect(codes).toEqual([]);
  });

  it('has days in Helsinki: of the first and latest approval, of the latest change, of competence acquired', async () => {
    const [first] = (await readOne({ 'osaamisen-saavuttamisen-pvm': '2024-05-31' })).plans;
    const { approved, lastApproved, updated, achieved } = first?.plan ?? {};
    // 20:59:59 UTC is the same evening in summer (23:59:59); 22:30 UTC is half past midnight in winter.
    expect([approved, lastApproved, updated, achieved].map((day) => iso(day ?? 0))).toEqual([
      '2023-08-20',
      '2023-09-01',
      '2024-01-16',
      '2024-05-31',
    ]);
  });

  it('has prior and planned units, vocational, common and local ones together', async () => {
    const units = (n: number) => Array.from({ length: n }, () => unit([]));
    const { plans } = await readOne({
      'aiemmin-hankitut-ammat-tutkinnon-osat': units(2),
      'aiemmin-hankitut-yhteiset-tutkinnon-osat': units(1),
      'aiemmin-hankitut-paikalliset-tutkinnon-osat': [{ nimi: 'Paikallinen' }],
      'hankittavat-ammat-tutkinnon-osat': units(3),
      'hankittavat-yhteiset-tutkinnon-osat': units(2),
      'hankittavat-paikalliset-tutkinnon-osat': [{ nimi: 'Paikallinen' }],
      'osaamisen-hankkimisen-tarve': false,
    });
    expect(plans[0]?.plan).toMatchObject({ priorUnits: 4, plannedUnits: 6, needed: 0 });
  });

  it('of preparatory education has parts in place of units', async () => {
    const parts = [{ 'koulutuksen-osa-koodi-uri': 'koulutuksenosattuva_102' }];
    const reading = await readOne({ 'hankittavat-koulutuksen-osat': parts });
    expect(reading.plans[0]?.plan.plannedUnits).toBe(1);
    expect(reading.codes).toEqual([]);
    const mixed = { 'hankittavat-koulutuksen-osat': parts, 'hankittavat-ammat-tutkinnon-osat': [unit([])] };
    expect((await readOne(mixed)).codes).toEqual(['tuva-mixed']);
    const ofTuva = { 'hankittavat-koulutuksen-osat': parts, 'tuva-opiskeluoikeus-oid': '1.2.246.562.15.2' };
    expect((await readOne(ofTuva)).codes).toEqual(['tuva-mixed']);
  });

  it('that was deleted is counted and left out, whatever else is wrong with it', async () => {
    const { plans, summary, codes } = await read(
      JSON.stringify([
        plan(1),
        plan(2, { poistettu: '2024-02-01T10:00:00.000Z', 'opiskeluoikeus-oid': 7 }),
        plan(3, { poistettu: null }),
      ]),
    );
    expect(plans.map(({ number }) => number)).toEqual(['1', '3']);
    expect(summary).toMatchObject({ read: 3, facts: 2, deleted: 1, refused: 0 });
    expect(codes).toEqual([]);
  });

  it('that is met again stays out; one without a number is another one', async () => {
    const eid = { id: undefined, eid: '0e1a9a4e-5b6a-4d0c-9d77-0123456789ab' };
    const none = { id: undefined, eid: 'Oppija' };
    const plans = [plan(1), plan(1), plan(2, eid), plan(2, eid), plan(3, none), plan(3, none)];
    const { summary, codes } = await read(JSON.stringify(plans));
    expect(summary).toMatchObject({ read: 6, facts: 4, refused: 2 });
    expect(codes).toEqual(['plan-met-again', 'plan-met-again']);
  });
});

describe('what is said of a plan', () => {
  const rest = (field: string, value: unknown) => ({ [field]: value });
  test.each([
    ['study-right-number-invalid', 'opiskeluoikeus-oid', rest('opiskeluoikeus-oid', undefined)],
    ['study-right-number-invalid', 'opiskeluoikeus-oid', rest('opiskeluoikeus-oid', '1.2.246.562.24.00000000001')],
    ['learner-number-invalid', 'oppija-oid', rest('oppija-oid', undefined)],
    ['learner-number-invalid', 'oppija-oid', rest('oppija-oid', '010190-9012')],
    ['approval-missing', 'ensikertainen-hyvaksyminen', rest('ensikertainen-hyvaksyminen', undefined)],
    ['invalid-date', 'ensikertainen-hyvaksyminen', rest('ensikertainen-hyvaksyminen', '31.2.2024')],
    ['invalid-date', 'paivitetty', rest('paivitetty', 'eilen')],
    ['need-missing', 'osaamisen-hankkimisen-tarve', rest('osaamisen-hankkimisen-tarve', undefined)],
    ['achieved-too-early', 'osaamisen-saavuttamisen-pvm', rest('osaamisen-saavuttamisen-pvm', '2018-01-01')],
    ['achieved-too-late', 'osaamisen-saavuttamisen-pvm', rest('osaamisen-saavuttamisen-pvm', '2024-06-16')],
    [
      'unit-code-invalid',
      'hankittavat-ammat-tutkinnon-osat[0].tutkinnon-osa-koodi-uri',
      rest('hankittavat-ammat-tutkinnon-osat', [unit([], { 'tutkinnon-osa-koodi-uri': '103590' })]),
    ],
    ['wrong-type', 'hankittavat-ammat-tutkinnon-osat', rest('hankittavat-ammat-tutkinnon-osat', 'x')],
    [
      'learning-support-unit-type',
      'oppimisen-tuki[0].tutkinnon-osan-tyyppi-koodi-uri',
      rest('oppimisen-tuki', [{ 'oppimisen-tuen-tyyppi-koodi-uri': 'ammatillinenkoulutusoppimisentuentyyppi_01' }]),
    ],
  ])('%s at %s', async (code, path, given) => {
    const { findings } = await read(JSON.stringify(plan(1, given)), { asOf: '2024-06-01', file: 'hoksit.json' });
    expect(findings.map((each) => [each.code, each.where])).toEqual([
      [code, { file: 'hoksit.json', record: 1, line: 1, path }],
    ]);
  });

  it('the first and the last day on which competence can have been acquired are right', async () => {
    for (const day of ['2018-01-02', '2024-06-15']) {
      const reading = await read(JSON.stringify(plan(1, { 'osaamisen-saavuttamisen-pvm': day })), {
        asOf: '2024-06-01',
      });
      expect([reading.codes, iso(reading.plans[0]?.plan.achieved ?? 0)]).toEqual([[], day]);
    }
    // Without the day of the export nothing can be said of the future.
    expect((await readOne({ 'osaamisen-saavuttamisen-pvm': '2099-01-01' })).codes).toEqual([]);
  });

  it('in three languages, with what would have been right', () => {
    const shown = { fi: 'X', sv: 'X', en: 'X' };
    for (const [code, { expected, message }] of Object.entries(planFindings)) {
      expect(code).toMatch(/^[a-z0-9-]+$/);
      const { fi, sv, en } = message(shown);
      for (const text of [expected, fi, sv, en]) expect(text).toMatch(/\S/);
      expect(new Set([fi, sv, en]).size).toBe(3);
    }
  });
});

describe('forms of a source', () => {
  const two = [plan(1), plan(2)];
  const numbers = async (source: ByteSource) => {
    const { plans, codes } = await read(source);
    return [plans.map(({ number }) => number), codes];
  };
  const text = (value: unknown) => JSON.stringify(value);
  const pretty = (value: unknown) => JSON.stringify(value, null, 2);

  test.each<readonly [string, string]>([
    ['an array', text(two)],
    ['an array over several lines', pretty(two)],
    ['one on each line', two.map(text).join('\n')],
    ['one after another, over several lines', two.map(pretty).join('\n')],
    ['a list that a reply wraps', text({ meta: {}, data: two })],
    ['a list that a reply wraps, over several lines', pretty({ data: two, meta: { 'audit-data': {} } })],
    ['a page of a reply', text({ data: { 'last-id': 2, 'failed-ids': [], result: two }, meta: {} })],
    ['a reply to each', two.map((each) => text({ data: each, meta: {} })).join('\n')],
    ['replies one after another', two.map((each) => pretty({ data: [each], meta: {} })).join('')],
  ])('%s', async (_, source) => {
    expect(await numbers(source)).toEqual([['1', '2'], []]);
    const packed = new Blob([source]).stream().pipeThrough(new CompressionStream('gzip'));
    expect(await numbers(packed)).toEqual([['1', '2'], []]);
  });

  it('a reply longer than the longest plan is read plan by plan', async () => {
    const many = Array.from({ length: 300 }, (_, n) => plan(n));
    const { summary } = await read(text({ data: many, meta: {} }), { maxDocumentBytes: 1000 });
    expect(summary).toMatchObject({ read: 300, facts: 300 });
  });

  it('says where each plan is', async () => {
    const broken = plan(2, { 'opiskeluoikeus-oid': 'x' });
    const { findings } = await read(`${text(plan(1))}\n${text(broken)}\n`, { file: 'f' });
    expect(findings.map(({ where }) => where)).toEqual([{ file: 'f', record: 2, line: 2, path: 'opiskeluoikeus-oid' }]);
    expect((await read(pretty([plan(1), broken]))).findings[0]?.where).toMatchObject({ record: 2, line: 11 });
  });

  test.each<readonly [string, string, readonly string[]]>([
    ['nothing', '', ['no-plans']],
    ['a reply without plans', '{"data":[],"meta":{}}', ['no-plans']],
    ['a reply that says what went wrong', '{"error":"Unauthorized"}', ['not-plan']],
    ['learners', '[{"eid":1,"oid":"1.2.246.562.24.1","etunimi":"A"}]', ['not-plan']],
    ['a KOSKI document', '{"henkilö":{"oid":"1.2.246.562.24.1"},"opiskeluoikeudet":[]}', ['not-plan']],
    ['a table', 'oid;alku\n1;2', ['not-json']],
    ['a page of the web', '<html></html>', ['not-json']],
    ['a plan that breaks off', text(plan(1)).slice(0, 90), ['cut-off']],
    ['a plan that is too long', text(plan(1, { huomio: 'x'.repeat(2000) })), ['document-too-large']],
  ])('%s: %j', async (_, source, codes) => {
    expect((await read(source, { maxDocumentBytes: 1000 })).codes).toEqual(codes);
  });

  it('a broken plan does not take the others along', async () => {
    const [first = '', second = ''] = two.map(text);
    expect(await numbers(`[${first.slice(0, -1)},${second}]`)).toEqual([['2'], ['invalid-json']]);
    expect(await numbers(`${first.slice(0, 60)}\n${second}\n`)).toEqual([['2'], ['cut-off']]);
  });

  it('every record is accounted for', async () => {
    const { summary, findings } = await read(
      `${text(plan(1))}\nx\n${text(plan(2, { poistettu: true }))}\n${text([plan(3), 4])}\n${text(plan(5)).slice(0, -1)}\n${text({})}`,
    );
    expect(summary).toMatchObject({ read: 7, facts: 2, deleted: 1, refused: 4 });
    expect(findings.filter(({ severity }) => severity === 'refused')).toHaveLength(4);
  });

  it('a key under 16 bytes is refused at once', () => {
    expect(() => readPlans('', { pseudonymKey: 'short' })).toThrow('at least 16 bytes');
  });
});
