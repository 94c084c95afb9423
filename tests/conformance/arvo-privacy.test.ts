import { describe, expect, test } from 'vitest';
import { KEY, readFiles, type Reading } from './arvo-files.js';

const SECRETS = ['SALA1NEN', '900123', 'Opettaja Virtanen oli paras', 'virtanen@example.org', '010190-900P'];

/** Everything that leaves the reader, as text. */
function leaving({ batches, findings, summary }: Reading): string {
  return JSON.stringify({ batches, findings, summary });
}

const answers = [
  { vastaajaid: 900123, vastaajatunnus: 'SALA1NEN', kysymysid: 1, vastaustyyppi: 'arvosana', numerovalinta: 4 },
  {
    vastaajaid: 900123,
    vastaajatunnus: 'SALA1NEN',
    kysymysid: 2,
    vastaustyyppi: 'vapaateksti',
    vapaateksti: SECRETS[2],
  },
  {
    vastaajaid: 900123,
    vastaajatunnus: 'SALA1NEN',
    kysymysid: 3,
    vastaustyyppi: 'arvosana',
    numerovalinta: SECRETS[2],
  },
  { vastaajaid: 900123, vastaajatunnus: 'SALA1NEN', kysymysid: 4, vastaustyyppi: SECRETS[2], numerovalinta: 1 },
];

describe('what leaves the reader', () => {
  test('holds no code or number of a respondent and nothing that was written freely, whatever the layout', async () => {
    const wide = [
      'Vastaajatunnus;Vastausaika;Sukupuoli;Syntymävuosi;Arvio;Muuta',
      `SALA1NEN;${SECRETS[2]};${SECRETS[2]};010190-900P;5;${SECRETS[2]}`,
      `SALA1NEN;2025-03-01;nainen;2005;virtanen@example.org;${SECRETS[2]}`,
    ].join('\n');
    const long = ['Vastaajatunnus;Kysymys;Vastaus', `SALA1NEN;Muuta;${SECRETS[2]}`, 'SALA1NEN;Arvio;5'].join('\n');
    const codes = ['Vastaajatunnus;Kohteiden lkm;Vastaajien lkm', `SALA1NEN;${SECRETS[2]};1`, 'SALA1NEN2;1;0'].join(
      '\n',
    );
    const described = {
      description: {
        type: 'strapetsi.survey-description',
        schemaVersion: 1,
        questions: [
          { key: 'q', label: { fi: 'Arvio' }, type: 'scale', range: { from: 1, to: 5 } },
          { key: 't', label: { fi: 'Muuta' }, type: 'text' },
        ],
      },
    } as const;
    const own = [{ name: 'x', field: 'Syntymävuosi', label: { fi: 'x' } }];
    const readings = [
      await readFiles([answers]),
      await readFiles([wide], { own }),
      await readFiles([wide], described),
      await readFiles([long], described),
      await readFiles([long, codes]),
      await readFiles([`${wide}\n"SALA1NEN;1;1`, '[{"vastaajatunnus": "SALA1NEN", "kysymysid": 1 oops]']),
    ];
    for (const reading of readings) {
      const text = leaving(reading);
      for (const secret of SECRETS) expect(text).not.toContain(secret);
    }
    expect(readings.reduce((sum, { summary }) => sum + summary.answers.freeText, 0)).toBeGreaterThan(0);
  });

  test('has the same pseudonym for the same respondent and key, and another with another key', async () => {
    const [first, again, other] = [
      await readFiles([answers]),
      await readFiles([answers]),
      await readFiles([answers], { pseudonymKey: `${KEY}!` }),
    ];
    expect(first.responses[0]?.key).toMatch(/^[0-9a-f]{32}$/);
    expect(again.responses[0]?.key).toBe(first.responses[0]?.key);
    expect(other.responses[0]?.key).not.toBe(first.responses[0]?.key);
  });

  test('says where something was wrong by file, record and line', async () => {
    const content = 'Vastaajatunnus;Vastausaika;Arvio\nA;2025-01-01;4\nB;eilen;4\n';
    const { findings } = await readFiles([{ name: 'palaute.csv', content }]);
    expect(findings.find(({ code }) => code === 'invalid-date')?.where).toEqual({
      file: 'palaute.csv',
      record: 2,
      line: 3,
      path: 'vastausaika',
    });
  });
});
