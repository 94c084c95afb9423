import { langs, type DataText } from '@strapetsi/text';
import type { Dictionaries, Dictionary, Facts } from '../../facts/facts.js';
import { codeEntry, ORGANISATIONS, type CodeLabels } from './code-labels.js';
import { tidy } from './translations.js';

/** The code set that the bare codes of a dictionary are of. Codes of other sets carry it in front: `tutkinnonosat:100431`. */
const setsOf = {
  provider: ORGANISATIONS,
  school: ORGANISATIONS,
  location: ORGANISATIONS,
  qualification: 'koulutus',
  performanceType: 'suorituksentyyppi',
  unit: 'tutkinnonosat',
  spell: 'osaamisenhankkimistapa',
  language: 'kieli',
  area: 'kunta',
} as const satisfies Partial<Record<keyof Dictionaries, string>>;

function labelFor(labels: CodeLabels, key: string, set: string): DataText | undefined {
  const [other, code] = key.split(/:(.*)/s, 2);
  const entry =
    code === undefined || other === undefined ? codeEntry(labels, set, key) : codeEntry(labels, other, code);
  return entry?.label;
}

/**
 * The names that records give, completed from a register. A text that records give for several languages is no translation of itself:
 * for these the register decides, also where it has none.
 */
export function completedLabel(given: DataText, known: DataText): DataText {
  if (langs.every((lang) => known[lang] === undefined)) return given;
  const texts = langs.map((lang) => tidy(given[lang] ?? ''));
  const label: { -readonly [K in keyof DataText]: DataText[K] } = {};
  langs.forEach((lang, at) => {
    const own = texts[at] ?? '';
    const alone = own !== '' && texts.filter((text) => text === own).length === 1;
    const text = alone ? given[lang] : known[lang];
    if (text !== undefined) label[lang] = text;
  });
  return label;
}

interface LabelledDictionary extends Dictionary {
  /** Brings the labels up to the codes that the source has met since. */
  readonly catchUp: () => void;
}

function labelledDictionary(source: Dictionary, labels: CodeLabels, set: string): LabelledDictionary {
  const given: DataText[] = [];
  const completed: DataText[] = [];
  return {
    keys: source.keys,
    labels: completed,
    catchUp() {
      source.labels.forEach((label, at) => {
        // The source may fill in a name later: it is then another object.
        if (given[at] === label) return;
        given[at] = label;
        const known = labelFor(labels, source.keys[at] ?? '', set);
        completed[at] = known === undefined ? label : completedLabel(label, known);
      });
    },
  };
}

interface LabelledReading {
  readonly view: Dictionaries;
  readonly catchUp: () => void;
}

function labelledReading(source: Dictionaries, labels: CodeLabels): LabelledReading {
  const named = (name: keyof typeof setsOf): LabelledDictionary =>
    labelledDictionary(source[name], labels, setsOf[name]);
  const labelled: Readonly<Record<keyof typeof setsOf, LabelledDictionary>> = {
    provider: named('provider'),
    school: named('school'),
    location: named('location'),
    qualification: named('qualification'),
    performanceType: named('performanceType'),
    unit: named('unit'),
    spell: named('spell'),
    language: named('language'),
    area: named('area'),
  };
  return {
    view: { ...source, ...labelled },
    catchUp() {
      for (const dictionary of Object.values(labelled)) dictionary.catchUp();
    },
  };
}

/**
 * The same facts, with the names of codes that the records lack or have in Finnish only: qualifications, schools, providers, places,
 * units, languages, areas and types of performance. Batches go through one by one, and those of one reading go on sharing their
 * dictionaries.
 */
export async function* withLabels(
  facts: AsyncIterable<Facts> | Iterable<Facts>,
  labels: CodeLabels,
): AsyncGenerator<Facts, void> {
  const readings = new Map<Dictionaries, LabelledReading>();
  for await (const batch of facts) {
    let reading = readings.get(batch.dictionaries);
    if (reading === undefined) {
      reading = labelledReading(batch.dictionaries, labels);
      readings.set(batch.dictionaries, reading);
    }
    reading.catchUp();
    yield { ...batch, dictionaries: reading.view };
  }
}
