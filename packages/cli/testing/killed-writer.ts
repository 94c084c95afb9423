import { writeNumbered } from './numbered-release.js';

/** A program that writes a release and kills itself at a step on the disk: see `dying-disk`. */
const [folder = '', number = ''] = process.argv.slice(2);
await writeNumbered(folder, Number(number), 0);
