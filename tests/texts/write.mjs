/**
 * npm run texts [-- --prune]
 *
 * Brings the XLIFF files of the packages up to the code and makes the catalogues. Then translate what it lists, in the XLIFF
 * files, and run it again. `--prune` drops the translations of sentences that are no longer in the code.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { catalogue } from './catalogue.mjs';
import { readPackages } from './packages.mjs';
import { problemsOf } from './problems.mjs';
import { update } from './update.mjs';
import { writeXliff } from './xliff.mjs';

const prune = process.argv.includes('--prune');
let faults = 0;

for (const { name, messages, errors, languages } of readPackages()) {
  for (const error of errors) console.error(`${name}: ${error}`);
  faults += errors.length;
  // A file that cannot be read, or a call that cannot be extracted, would be written over as if nothing were there.
  if (errors.length > 0) continue;
  for (const { lang, xliffFile, units, catalogues } of languages) {
    const updated = update(messages, units).filter(({ retired }) => !(prune && retired));
    save(xliffFile, writeXliff(lang, updated));
    for (const { file, messages: own } of catalogues) save(file, catalogue(own, updated));
    const open = problemsOf(messages, updated);
    console.log(`${name} ${lang}: ${messages.length} sentences, ${open.length} to look at`);
    for (const problem of open) console.log(`  ${problem}`);
  }
}
process.exitCode = faults > 0 ? 1 : 0;

/**
 * @param {string} file
 * @param {string} content
 */
function save(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
