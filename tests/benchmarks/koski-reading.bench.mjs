// KOSKI JSON in, against splitting the bytes into documents and JSON.parse of each. Bar: ≤ 1.5 × its CPU time, peak memory
// below 200 MB whatever the file's size. Each measurement runs in a process of its own; the parts of a pair take turns.
//
//   npm run build && node tests/benchmarks/koski-reading.bench.mjs [documents, 20000 unless given]

import { fork } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROUNDS = 5;

/** Unlike random numbers of the platform, the same in every run. */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

const code = (koodiarvo, koodistoUri, fi, sv, en) => ({
  koodiarvo,
  nimi: { fi, sv, en },
  koodistoUri,
  koodistoVersio: 1,
});

const school = {
  oid: '1.2.246.562.10.52251087186',
  oppilaitosnumero: code('10105', 'oppilaitosnumero', 'Ammattiopisto', 'Yrkesinstitut', 'Vocational college'),
  nimi: { fi: 'Ammattiopisto', sv: 'Yrkesinstitut', en: 'Vocational college' },
};

function unit(n, next) {
  const day = `20${20 + Math.floor(next() * 5)}-0${1 + Math.floor(next() * 9)}-1${Math.floor(next() * 10)}`;
  return {
    koulutusmoduuli: {
      tunniste: code(
        String(100_000 + Math.floor(next() * 400)),
        'tutkinnonosat',
        `Tutkinnon osa numero ${n}`,
        `Examensdel nummer ${n}`,
        `Unit number ${n}`,
      ),
      pakollinen: n % 3 > 0,
      laajuus: {
        arvo: 5 + Math.floor(next() * 30),
        yksikkö: code('6', 'opintojenlaajuusyksikko', 'osaamispistettä', 'kompetenspoäng', 'ECVET competence points'),
      },
    },
    tutkinnonOsanRyhmä: code(
      n < 6 ? '1' : '2',
      'ammatillisentutkinnonosanryhma',
      'Ammatilliset tutkinnon osat',
      'Yrkesinriktade examensdelar',
      'Vocational units',
    ),
    arviointi: [
      {
        arvosana: code('3', 'arviointiasteikkoammatillinen15', '3', '3', '3'),
        päivä: day,
        arvioitsijat: [{ nimi: 'Etunimi Sukunimi' }, { nimi: 'Toinen Arvioija' }],
        hyväksytty: true,
      },
    ],
    vahvistus: {
      päivä: day,
      myöntäjäOrganisaatio: school,
      myöntäjäHenkilöt: [{ nimi: 'Rehtori Esimerkki', titteli: { fi: 'rehtori', sv: 'rektor' }, organisaatio: school }],
    },
    tyyppi: code(
      'ammatillisentutkinnonosa',
      'suorituksentyyppi',
      'Ammatillisen tutkinnon osa',
      'Del av yrkesinriktad examen',
      'Vocational unit',
    ),
  };
}

function document(n, next) {
  const period = (alku, tila) => ({
    alku,
    tila: code(tila, 'koskiopiskeluoikeudentila', 'Läsnä', 'Närvarande', 'Present'),
    opintojenRahoitus: code(
      '1',
      'opintojenrahoitus',
      'Valtionosuusrahoitteinen koulutus',
      'Statsandelsfinansierad utbildning',
      'Financed by the Finnish Government',
    ),
  });
  const year = 2018 + Math.floor(next() * 6);
  return {
    henkilö: {
      oid: `1.2.246.562.24.${String(n).padStart(11, '0')}`,
      etunimet: 'Esimerkki',
      kutsumanimi: 'Esimerkki',
      sukunimi: `Oppija ${n}`,
      äidinkieli: code('FI', 'kieli', 'suomi', 'finska', 'Finnish'),
    },
    opiskeluoikeudet: [
      {
        oid: `1.2.246.562.15.${String(n).padStart(11, '0')}`,
        versionumero: 3,
        aikaleima: '2025-03-04T12:13:14.567890',
        oppilaitos: school,
        koulutustoimija: {
          oid: '1.2.246.562.10.346830761110',
          nimi: { fi: 'Järjestäjä', sv: 'Anordnare' },
          yTunnus: '0000000-0',
        },
        arvioituPäättymispäivä: `${year + 3}-05-31`,
        tila: {
          opiskeluoikeusjaksot: [
            period(`${year}-08-09`, 'lasna'),
            period(`${year + 1}-06-03`, 'loma'),
            period(`${year + 1}-08-08`, 'lasna'),
            period(`${year + 3}-05-31`, 'valmistunut'),
          ],
        },
        lisätiedot: {
          osaAikaisuusjaksot: [{ alku: `${year + 2}-01-01`, loppu: `${year + 2}-03-31`, osaAikaisuus: 60 }],
          majoitus: [{ alku: `${year}-08-09`, loppu: `${year + 1}-05-31` }],
        },
        suoritukset: [
          {
            koulutusmoduuli: {
              tunniste: code(
                '361902',
                'koulutus',
                'Luonto- ja ympäristöalan perustutkinto',
                'Grundexamen i natur och miljö',
                'Vocational qualification in natural and environmental protection',
              ),
              perusteenDiaarinumero: '62/011/2014',
            },
            toimipiste: { oid: '1.2.246.562.10.42456023292', nimi: { fi: 'Toimipiste', sv: 'Verksamhetsställe' } },
            vahvistus: { päivä: `${year + 3}-05-31` },
            suorituskieli: code('FI', 'kieli', 'suomi', 'finska', 'Finnish'),
            osaamisenHankkimistavat: [
              {
                alku: `${year}-08-09`,
                osaamisenHankkimistapa: {
                  tunniste: code(
                    'oppilaitosmuotoinenkoulutus',
                    'osaamisenhankkimistapa',
                    'Oppilaitosmuotoinen koulutus',
                    'Läroanstaltsutbildning',
                    'Education at a college',
                  ),
                },
              },
            ],
            osasuoritukset: Array.from({ length: 6 }, (_, i) => unit(i, next)),
            tyyppi: code(
              'ammatillinentutkinto',
              'suorituksentyyppi',
              'Ammatillinen tutkinto',
              'Yrkesinriktad examen',
              'Vocational qualification',
            ),
          },
        ],
        tyyppi: code(
          'ammatillinenkoulutus',
          'opiskeluoikeudentyyppi',
          'Ammatillinen koulutus',
          'Yrkesutbildning',
          'Vocational education',
        ),
      },
    ],
  };
}

async function write(path, count, asArray) {
  const file = createWriteStream(path);
  const next = random(1);
  if (asArray) file.write('[');
  for (let n = 1; n <= count; n++) {
    const text = JSON.stringify(document(n, next)) + (asArray ? (n < count ? ',' : ']') : '\n');
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

// What it is measured against.

const decoder = new TextDecoder();
let parsed = 0;

function parse(parts) {
  parsed += Object.keys(JSON.parse(decoder.decode(parts.length === 1 ? parts[0] : Buffer.concat(parts)))).length;
}

async function splitLines(path) {
  let parts = [];
  for await (const chunk of createReadStream(path)) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      parts.push(chunk.subarray(from, at));
      parse(parts);
      parts = [];
      from = at + 1;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  }
}

async function splitArray(path) {
  let parts = [];
  let depth = 0;
  let inString = false;
  let escaped = false;
  for await (const chunk of createReadStream(path)) {
    let from = depth > 1 ? 0 : -1;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i];
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === 92) escaped = true;
        else if (byte === 34) inString = false;
      } else if (byte === 34) inString = true;
      else if (byte === 123 || byte === 91) {
        if (depth++ === 1) from = i;
      } else if ((byte === 125 || byte === 93) && --depth === 1) {
        parts.push(chunk.subarray(from, i + 1));
        parse(parts);
        parts = [];
        from = -1;
      }
    }
    if (from >= 0) parts.push(chunk.subarray(from));
  }
}

/** Loaded before the clock starts. */
const loadReader = () => import('../../packages/indicators/dist/index.js');

async function read(path, { readKoski }) {
  const reading = readKoski(createReadStream(path), { pseudonymKey: 'a key for the benchmark only' });
  for await (const facts of reading) parsed += facts.rights.count;
}

const tasks = { splitLines, splitArray, read };

async function measure() {
  const [task, path] = process.argv.slice(3);
  const loaded = task === 'read' ? await loadReader() : undefined;
  const before = process.cpuUsage();
  const start = performance.now();
  await tasks[task](path, loaded);
  const { user, system } = process.cpuUsage(before);
  process.send({
    cpu: (user + system) / 1e6,
    wall: (performance.now() - start) / 1000,
    peak: process.resourceUsage().maxRSS / 1024,
    parsed,
  });
}

async function inProcess(task, path) {
  const child = fork(fileURLToPath(import.meta.url), ['--measure', task, path]);
  const [result] = await once(child, 'message');
  return result;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function compare(name, path, against) {
  const ours = [];
  const theirs = [];
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await inProcess(against, path));
    ours.push(await inProcess('read', path));
  }
  const size = statSync(path).size / 1e6;
  const cpu = (results) => median(results.map((result) => result.cpu));
  const peak = Math.max(...ours.map((result) => result.peak));
  const ratio = cpu(ours) / cpu(theirs);
  console.log(
    `${name.padEnd(24)} ${size.toFixed(0).padStart(5)} MB   readKoski ${cpu(ours).toFixed(2)} s CPU, ${median(ours.map((r) => r.wall)).toFixed(2)} s   ` +
      `split + JSON.parse ${cpu(theirs).toFixed(2)} s CPU, ${median(theirs.map((r) => r.wall)).toFixed(2)} s   ` +
      `ratio ${ratio.toFixed(2)} (bar 1.5)   peak ${peak.toFixed(0)} MB (bar 200)   ${(size / cpu(ours)).toFixed(0)} MB per CPU second`,
  );
}

async function main() {
  const count = Number(process.argv[2] ?? 20_000);
  const folder = mkdtempSync(join(tmpdir(), 'koski-reading-'));
  try {
    const lines = join(folder, 'documents.ndjson');
    const array = join(folder, 'documents.json');
    await write(lines, count, false);
    await write(array, count, true);
    console.log(`KOSKI JSON in: ${count} documents of ${(statSync(lines).size / count / 1000).toFixed(1)} kB`);
    await compare('NDJSON', lines, 'splitLines');
    await compare('one array', array, 'splitArray');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await (process.argv[2] === '--measure' ? measure() : main());
