/**
 * npm run check:texts
 *
 * Exit code 1, with what and where, unless every sentence of every package stands in Finnish and in Swedish: translated, up
 * to date, with the same placeholders, and in the committed catalogue. Changes nothing.
 *
 * How a sentence changes: edit it in the code, run `npm run texts`. Its id changes with its words, so the old translation is
 * put on the new sentence with `state="needs-review-translation"` and the former English in a note; correct the target, take
 * the state attribute away, run `npm run texts` again. A translation that fits no new sentence is kept in the group
 * `x-retired` at the end of the file until `npm run texts -- --prune`. A sentence that is the same as in English on purpose
 * (a unit, a name) gets `translate="no"` on its trans-unit.
 */
import { relative } from 'node:path';
import { catalogue } from './catalogue.mjs';
import { readPackages } from './packages.mjs';
import { problemsOf } from './problems.mjs';
import { update } from './update.mjs';
import { writeXliff } from './xliff.mjs';

const problems = readPackages().flatMap((pkg) => [
  ...pkg.errors.map((error) => `packages/${pkg.name}/${error}`),
  ...pkg.languages.flatMap((language) => {
    const xliffFile = relative(process.cwd(), language.xliffFile);
    const catalogueFile = relative(process.cwd(), language.catalogueFile);
    const found = problemsOf(pkg.messages, language.units).map((problem) => `${xliffFile}: ${problem}`);
    if (found.length === 0 && writeXliff(language.lang, update(pkg.messages, language.units)) !== language.xliff) {
      found.push(`${xliffFile}: not as npm run texts writes it; run it`);
    }
    if (catalogue(pkg.messages, language.units) !== language.catalogue) {
      found.push(`${catalogueFile}: out of date; run npm run texts`);
    }
    return found;
  }),
]);

for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0
    ? 'Texts: every sentence stands in Finnish and in Swedish.'
    : `Texts: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
