import { bytesOf, type ByteSource } from '../documents/bytes.js';
import { decodeDocument } from '../documents/decode.js';
import { asFields, asList } from '../documents/fields.js';
import { documentForm } from '../documents/form.js';
import { createSplitter } from '../documents/layout.js';
import { readKoski } from '../koski/read.js';

const form = documentForm(['henkilö', 'opiskeluoikeudet']);
const LARGEST_DOCUMENT = 16 * 1024 * 1024;
const RIGHT_OID = /1\.2\.246\.562\.15\.\d+/g;

/** What was found when a study right was read by itself. */
export interface RightFindings {
  readonly gaveFacts: boolean;
  /** Codes of findings that are more than notes. */
  readonly codes: readonly string[];
}

/** A text of KOSKI's form that is to hold nothing but one right. */
interface Candidate {
  readonly rightOid: string;
  readonly text: string;
}

/** The document with only the right in question; as it stands where it is not whole JSON. */
function* candidatesIn(bytes: Uint8Array, wanted: ReadonlySet<string>): Generator<Candidate> {
  const text = new TextDecoder().decode(bytes);
  const named = new Set(text.match(RIGHT_OID)?.filter((oid) => wanted.has(oid)));
  if (named.size === 0) return;
  const decoded = decodeDocument(bytes);
  const documents = decoded.ok ? (Array.isArray(decoded.value) ? decoded.value : [decoded.value]) : [];
  for (const document of documents) {
    const fields = asFields(document);
    for (const right of asList(fields?.['opiskeluoikeudet']) ?? []) {
      const oid = asFields(right)?.['oid'];
      if (typeof oid === 'string' && named.has(oid))
        yield { rightOid: oid, text: JSON.stringify({ ...fields, opiskeluoikeudet: [right] }) };
    }
  }
  if (!decoded.ok) for (const rightOid of named) yield { rightOid, text };
}

/** What reading a right by itself finds. Notes change no figure, and the learner is another matter. */
async function findingsOf({ rightOid, text }: Candidate, pseudonymKey: string | Uint8Array): Promise<RightFindings> {
  const codes = new Set<string>();
  const reading = readKoski(text, {
    pseudonymKey,
    onFinding: ({ severity, code, where: { path } }) => {
      if (severity !== 'note' && !path.startsWith('henkilö') && code !== 'no-usable-study-right') codes.add(code);
    },
  });
  let gaveFacts = false;
  for await (const { rights } of reading) gaveFacts ||= rights.key.includes(rightOid);
  return { gaveFacts, codes: [...codes] };
}

/**
 * Looks KOSKI documents through for some study rights, and reads each by itself: what is found in it, and whether it gives facts.
 * So one learns why a right is missing among facts (`no-periods`, `cut-off` …; one that gives facts by itself was refused
 * because its learner, or the right itself, had been read before) or why its figures are odd (`unknown-state` …). A right that is
 * nowhere in the documents is not in the result. Memory grows with the documents that hold the rights.
 * @throws {PseudonymKeyError} where the key has fewer than 16 bytes
 */
export async function findingsOfRights(
  source: ByteSource,
  rightOids: readonly string[],
  pseudonymKey: string | Uint8Array,
): Promise<ReadonlyMap<string, RightFindings>> {
  const wanted = new Set(rightOids);
  const candidates: Candidate[] = [];
  const ignored = (): void => undefined;
  const splitter = createSplitter(
    {
      document(bytes) {
        candidates.push(...candidatesIn(bytes, wanted));
        return decodeDocument(bytes).ok;
      },
      tooLarge: ignored,
      junk: ignored,
    },
    LARGEST_DOCUMENT,
    form,
  );
  const pieces = bytesOf(source, { taken: ignored, damagedGzip: ignored, utf16: ignored });
  for await (const piece of pieces) splitter.push(piece);
  splitter.end();
  const found = new Map<string, RightFindings>();
  for (const candidate of candidates) {
    if (!found.has(candidate.rightOid)) found.set(candidate.rightOid, await findingsOf(candidate, pseudonymKey));
  }
  return found;
}
