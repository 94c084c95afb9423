import { bytesOf, type ByteSource } from '../documents/bytes.js';
import { decodeDocument } from '../documents/decode.js';
import { asFields, asList } from '../documents/fields.js';
import { documentForm } from '../documents/form.js';
import { createSplitter } from '../documents/layout.js';
import { readKoski } from '../koski/read.js';

const form = documentForm(['henkilö', 'opiskeluoikeudet']);
const LARGEST_DOCUMENT = 16 * 1024 * 1024;
const RIGHT_OID = /1\.2\.246\.562\.15\.\d+/g;
const READ_ALREADY = 'person-met-again';

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

/** Codes of what kept the right from becoming facts; that of a learner read before, where by itself it becomes facts. */
async function codesOf({ rightOid, text }: Candidate, pseudonymKey: string | Uint8Array): Promise<readonly string[]> {
  const codes = new Set<string>();
  const reading = readKoski(text, {
    pseudonymKey,
    onFinding: ({ severity, code }) => {
      if (severity === 'refused' || severity === 'error') codes.add(code);
    },
  });
  for await (const { rights } of reading) if (rights.key.includes(rightOid)) return [READ_ALREADY];
  codes.delete('no-usable-study-right');
  return [...codes];
}

/**
 * Looks KOSKI documents through for study rights that their reading did not give: codes of the findings for which each was
 * refused (`no-periods`, `cut-off`, `person-met-again` …). A right that is nowhere in the documents is not in the result.
 * Memory grows with the documents that hold such rights.
 * @throws {PseudonymKeyError} where the key has fewer than 16 bytes
 */
export async function refusedRights(
  source: ByteSource,
  rightOids: readonly string[],
  pseudonymKey: string | Uint8Array,
): Promise<ReadonlyMap<string, readonly string[]>> {
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
  const found = new Map<string, readonly string[]>();
  for (const candidate of candidates) {
    if (!found.has(candidate.rightOid)) found.set(candidate.rightOid, await codesOf(candidate, pseudonymKey));
  }
  return found;
}
