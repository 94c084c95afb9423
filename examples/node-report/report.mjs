/** node report.mjs [table.json [chart.svg]] — a published table as a picture for a report. */
import { readFile, writeFile } from 'node:fs/promises';
import { renderChart } from '@strapetsi/charts';
import { swedish } from '@strapetsi/charts/languages/sv';
import { parsePublished } from '@strapetsi/indicators/table';

const [source = new URL('table.json', import.meta.url), target = 'chart.svg'] = process.argv.slice(2);
const published = parsePublished(JSON.parse(await readFile(source, 'utf8')));
if (!published.ok) throw new Error(`${source} is not a published table: ${JSON.stringify(published.problem)}`);
await writeFile(target, renderChart(published.tables[0], { id: 'report', language: swedish, width: 720 }));
