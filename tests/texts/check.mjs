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
 * (a unit, a name) gets `translate="no"` on its trans-unit. One sentence has one translation in all packages; where English
 * says two things with the same words, give one of them an `id`.
 */
import { readPackages } from './packages.mjs';
import { problemsBetween, problemsOfPackage } from './problems.mjs';

const packages = readPackages();
const problems = [...packages.flatMap(problemsOfPackage), ...problemsBetween(packages)];

for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0
    ? 'Texts: every sentence stands in Finnish and in Swedish.'
    : `Texts: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
