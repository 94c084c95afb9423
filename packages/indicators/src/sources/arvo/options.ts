import type { PlainCode } from '../../facts/plain-facts.js';
import type { Finding } from '../../findings/finding.js';
import type { ByteSource } from '../documents/bytes.js';
import type { ReplyDay } from './days.js';
import type { SurveyDescription } from './description.js';
import type { ArvoFindingCode } from './findings.js';
import type { AnswerCounts } from './open-reply.js';
import type { SurveyQuestion } from './question.js';
import type { OwnField } from './write.js';

/** A file of feedback: replies, who was asked, or what describes them; told by its content. */
export interface ArvoFile {
  /** For findings. */
  readonly name?: string;
  readonly content: ByteSource;
}

export interface ArvoProgress {
  /** Bytes taken from the file that is being read, before unpacking. */
  readonly bytes: number;
  /** Records met so far, of all files. */
  readonly records: number;
}

export interface ReadArvoOptions {
  /** Secret of the pseudonyms, at least 16 bytes; as for `readKoski`. */
  readonly pseudonymKey: string | Uint8Array;
  /** How questions are answered and which surveys there are, where the files do not say it. */
  readonly description?: SurveyDescription;
  /** Whose all of the replies are, whatever the files say: so that the key is the one of other sources. */
  readonly provider?: PlainCode;
  /** Which day a reply belongs to; that of the answer unless given. */
  readonly day?: ReplyDay;
  /** Columns and fields that become dimensions of the provider's own. */
  readonly own?: readonly OwnField[];
  readonly onFinding?: (finding: Finding) => void;
  readonly onProgress?: (progress: ArvoProgress) => void;
  /** Called once, at the end: what the generator returns and `for await` drops. */
  readonly onSummary?: (summary: ReadArvoSummary) => void;
  /** Persons in one batch of facts, 1,000 unless given. */
  readonly batchPersons?: number;
  /** Larger JSON objects are skipped; 16 MiB unless given. */
  readonly maxDocumentBytes?: number;
}

/** Counts of one reading. */
export interface ReadArvoSummary {
  /** Rows and objects about replies and persons asked: `read === facts + refused`. */
  readonly read: number;
  readonly facts: number;
  readonly refused: number;
  /** Rows and objects that describe questions, options and surveys. */
  readonly described: number;
  /** `read === facts + refused + freeText`: free text is counted and never read. */
  readonly answers: Readonly<AnswerCounts>;
  readonly replies: number;
  /** Persons asked, as far as the files say. */
  readonly asked: number;
  readonly persons: number;
  /** The questions met, with how they are answered. */
  readonly questions: readonly SurveyQuestion[];
  readonly findings: Readonly<Partial<Record<ArvoFindingCode, number>>>;
}
