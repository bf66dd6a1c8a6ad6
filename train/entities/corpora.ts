/** The corpora that the tagger is trained on: what each may teach, how much it counts, and how it is split. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  nameTypes,
  beginOf,
  insideOf,
  labelCount,
  type NameType,
} from '../../plugins/entities/tagger/labels.ts';
import { tokens } from '../../src/text/tokens.ts';
import { layOutSentence, readConll, type ConllDocument, type GoldSpan } from './conll.ts';

/** A sentence in the tagger's own tokens. */
export interface Example {
  text: string;
  words: string[];
  /** Whether a word touches the one before. */
  touches: boolean[];
  /** For each word, a bit for each label that it may bear; one bit where the corpus is sure. */
  allowed: Int32Array;
}

export interface Corpus {
  name: string;
  /** How much a sentence counts in training. */
  weight: number;
  train: Example[][];
  dev: Example[][];
  /** The dev documents as the file has them. */
  devSource: ConllDocument[];
  /** Types on which the corpus can be measured. */
  types: readonly NameType[];
}

interface CorpusRule {
  weight: number;
  /** Types that the corpus leaves unlabelled. */
  lacks: readonly NameType[];
  /** Types that its MISC may stand for. */
  misc: readonly NameType[];
  measured: readonly NameType[];
}

const core = ['PER', 'ORG', 'LOC'] as const;
const rest: readonly NameType[] = ['NORP', 'EVENT', 'WORK', 'PRODUCT'];

const rules: Record<string, CorpusRule> = {
  uner_ewt: { weight: 1, lacks: rest, misc: [], measured: core },
  wikigold: { weight: 1, lacks: [], misc: rest, measured: core },
  gum_open: { weight: 0.7, lacks: ['NORP'], misc: rest, measured: core },
  crossner_politics: {
    weight: 0.7,
    lacks: [],
    misc: ['NORP', 'WORK', 'PRODUCT'],
    measured: [...core, 'EVENT'],
  },
  re3d_open: { weight: 0.3, lacks: ['EVENT', 'WORK'], misc: [], measured: core },
  btc: { weight: 0.4, lacks: rest, misc: [], measured: core },
  wnut17: { weight: 0.35, lacks: ['NORP', 'EVENT'], misc: [], measured: core },
};

const newsRule: CorpusRule = { weight: 1.6, lacks: [], misc: [], measured: nameTypes };

const bitsOf = (types: readonly NameType[]): number =>
  types.reduce((bits, type) => {
    const index = nameTypes.indexOf(type);
    return bits | (1 << beginOf(index)) | (1 << insideOf(index));
  }, 0);

const everything = (1 << labelCount) - 1;

/** Titles that some corpora, in some places, put inside a person's name. */
const titles = new Set(
  (
    'President Vice Prime Minister Premier Chancellor Secretary Senator Sen. Representative Rep. Congressman Governor Gov. Mayor Ambassador ' +
    'General Gen. Lieutenant Lt. Colonel Col. Major Captain Capt. Sergeant Sgt. Admiral Judge Justice Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Professor Sheriff Coach Chairman'
  ).split(' '),
);

/** Where a name begins once a person's titles, or an article in lower case, are left out. */
function nameStart(
  places: readonly { start: number; end: number }[],
  text: string,
  span: GoldSpan,
): number {
  const inside = places.filter(({ start, end }) => start >= span.start && end <= span.end);
  const first = inside.findIndex(({ start, end }) => {
    const word = text.slice(start, end);
    return span.type === 'WORK' || !(word === 'the' || (span.type === 'PER' && titles.has(word)));
  });
  return first < 0 ? span.start : (inside[first]?.start ?? span.start);
}

function toExample(
  sentence: { text: string; spans: { start: number; end: number; type: string }[] },
  rule: CorpusRule,
): Example {
  const { text } = sentence;
  const places = tokens(text);
  const spans = sentence.spans.map((span) => ({ ...span, start: nameStart(places, text, span) }));
  const words = places.map(({ start, end }) => text.slice(start, end));
  const touches = places.map(({ start }, index) => index > 0 && places[index - 1]?.end === start);
  const hidden = bitsOf(rule.lacks) | 1;
  const misc = bitsOf(rule.misc) | 1;
  const capital = (at: number): boolean => /^\p{Lu}/u.test(words[at] ?? '');
  const allowed = new Int32Array(places.length);
  for (const [index, place] of places.entries()) {
    const span = spans.find((each) => each.start < place.end && place.start < each.end);
    const type = nameTypes.indexOf(span?.type as NameType);
    if (!span) {
      // Only what looks like a name can be one that the corpus passes over.
      const mayHide =
        capital(index) ||
        (capital(index - 1) && capital(index + 1)) ||
        /^\d/.test(words[index] ?? '');
      allowed[index] = mayHide ? hidden : 1;
    } else if (type < 0) allowed[index] = misc;
    else if (place.start < span.start || place.end > span.end) allowed[index] = everything;
    else allowed[index] = 1 << (place.start === span.start ? beginOf(type) : insideOf(type));
  }
  return { text, words, touches, allowed };
}

function convert(documents: readonly ConllDocument[], rule: CorpusRule): Example[][] {
  return documents.map((document) =>
    document
      .map((sentence) => toExample(layOutSentence(sentence), rule))
      .filter(({ words }) => words.length > 0),
  );
}

/** Reads the public corpora in `data` and our own news in `news`, of which every tenth document is held out. */
export function readCorpora(data: string, news: string): Corpus[] {
  const corpora: Corpus[] = [];
  for (const [name, rule] of Object.entries(rules)) {
    const read = (split: string): ConllDocument[] => {
      const path = join(data, name, `${split}.conll`);
      return existsSync(path) ? readConll(path) : [];
    };
    let train = read('train');
    let devSource = read('dev');
    if (name === 'crossner_politics') {
      // Its published training split is smaller than its development split; three quarters of the latter are trained on.
      const cut = Math.ceil(devSource.length * 0.75);
      train = [...train, ...devSource.slice(0, cut)];
      devSource = devSource.slice(cut);
    }
    corpora.push({
      name,
      weight: rule.weight,
      train: convert(train, rule),
      dev: convert(devSource, rule),
      devSource,
      types: rule.measured,
    });
  }
  for (const file of readdirSync(news).sort()) {
    if (!file.endsWith('.conll')) continue;
    const documents = readConll(join(news, file));
    const held = documents.filter((_, index) => index % 10 === 4);
    const train = documents.filter((_, index) => index % 10 !== 4);
    corpora.push({
      name: `news/${basename(file, '.conll')}`,
      weight: newsRule.weight,
      train: convert(train, newsRule),
      dev: convert(held, newsRule),
      devSource: held,
      types: newsRule.measured,
    });
  }
  return corpora;
}
