/**
 * The language of an article, in one place for all that asks: what is stated wins; else the script tells it, and in scripts of many
 * languages letters and function words that one of them has. Where the evidence is thin, nothing is told.
 */
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { report } from '../model/index.ts';
import { textBlocks } from './blocks.ts';
import { functionWords, letterEvidence, scripts } from './language-data.ts';
import { characterSize, classOf, unitClass } from './unit-class.ts';
import { WordTable } from './word-table.ts';

declare module 'vfile' {
  interface DataMap {
    /** What the text tells of its language, BCP 47; null where it tells none. Set by the first that asks. */
    detectedLanguage: string | null;
    /** Whether it was told that steps which know English alone have stepped aside. */
    languageTold: true;
  }
}

/** How much text is looked at, in UTF-16 code units. */
const sample = 20_000;
/** Fewer letters may be a name or a quotation. */
const fewestLetters = 12;
/** Fewer function words of a language may be chance. */
const fewestWords = 4;
/** The share of function words among all words: English prose has more than a third, and no language far less than a tenth. */
const leastShare = 0.1;
/** How many times as many words as the next language must be its own. */
const lead = 1.2;

/** The language of an article, BCP 47: stated, else detected; undefined where neither tells it. */
export function languageOf(tree: Root, file: VFile): string | undefined {
  const stated = file.data.masthead?.language ?? file.data.stated?.language;
  if (stated !== undefined && stated !== null && stated.trim() !== '') return stated;
  if (file.data.detectedLanguage === undefined) {
    file.data.detectedLanguage = detectLanguage(proseOf(tree)) ?? null;
  }
  return file.data.detectedLanguage ?? undefined;
}

/** Whether steps that know English alone may work: the article is in English, or its language can't be told. */
export function isEnglish(tree: Root, file: VFile): boolean {
  const language = languageOf(tree, file);
  return language === undefined || /^(?:en|und|mul|zxx)(?:[-_]|$)/i.test(language);
}

/** Tells, once an article, that steps which know English alone step aside. */
export function reportOtherLanguage(tree: Root, file: VFile): void {
  if (file.data.languageTold) return;
  file.data.languageTold = true;
  report(
    file,
    'reader/language-not-english',
    `Unexpected language “${languageOf(tree, file) ?? 'und'}”, expected English for some steps: names are found by the registry alone, and sentences are not ranked as pull quotes`,
    { note: 'If the article is in English, say `language: en` in its front matter.' },
  );
}

/** The language of a text, as a subtag of BCP 47; undefined where the evidence is thin. */
export function detectLanguage(text: string): string | undefined {
  const part = text.slice(0, sample);
  const tally = new ScriptTally();
  tally.add(part);
  const script = tally.main();
  if (script === undefined) return undefined;
  // Letters that only one language has are none of ASCII.
  const special = tally.letters - tally.ascii;
  const language = byLetters(part, script.name, special) ?? script.language;
  return language ?? byWords(part);
}

type Script = (typeof scripts)[number];

function scriptNamed(wanted: string): Script {
  return scripts.find(({ name }) => name === wanted) as Script;
}

const latin = scriptNamed('latin');
const kana = scriptNamed('kana');
const han = scriptNamed('han');
const letter = /\p{L}/u;

/** Counts letters by their scripts. */
export class ScriptTally {
  letters = 0;
  ascii = 0;
  readonly #counts = new Map<Script, number>();
  /** The script of the letter before, which most letters share. */
  #last = latin;

  /** Counts the letters of a text. */
  add(text: string): void {
    let ascii = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      // Most characters of most articles: they need no table of Unicode.
      if (unit < 0x80) {
        const lower = unit | 0x20;
        if (lower >= 0x61 && lower <= 0x7a) ascii++;
        continue;
      }
      const bits = classOf(unit);
      if (bits & unitClass.surrogate) {
        const character = String.fromCodePoint(text.codePointAt(at) as number);
        if (character.length > 1) at++;
        if (letter.test(character)) this.#count(character);
      } else if (bits & unitClass.letter) {
        this.#count(String.fromCharCode(unit));
      }
    }
    this.letters += ascii;
    this.ascii += ascii;
  }

  /** How many letters are of a script. */
  of(name: string): number {
    const script = scriptNamed(name);
    return (this.#counts.get(script) ?? 0) + (script === latin ? this.ascii : 0);
  }

  /** The script of most letters; undefined where they are few, or of many scripts. */
  main(): Script | undefined {
    const counts = new Map(this.#counts);
    if (this.ascii > 0) counts.set(latin, (counts.get(latin) ?? 0) + this.ascii);
    // Japanese is written in three scripts, of which only two are its own; a text in Chinese may have a few of their letters.
    const [kanas, hans] = [counts.get(kana) ?? 0, counts.get(han) ?? 0];
    if (this.letters < fewestLetters) return undefined;
    if ((kanas + hans) * 2 > this.letters && kanas > 0) return kanas * 10 > hans ? kana : han;
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    return best && best[1] * 2 > this.letters ? best[0] : undefined;
  }

  #count(character: string): void {
    this.letters++;
    const script = this.#last.pattern.test(character)
      ? this.#last
      : scripts.find(({ pattern }) => pattern.test(character));
    if (!script) return;
    this.#last = script;
    this.#counts.set(script, (this.#counts.get(script) ?? 0) + 1);
  }
}

/** By letters that only one language of a script has: the first whose letters are more than chance. `most`: how many there can be. */
function byLetters(text: string, script: string, most: number): string | undefined {
  for (const { script: own, language, letters, least } of letterEvidence) {
    const fewest = Math.max(3, text.length * least);
    if (own !== script || most < fewest) continue;
    let count = 0;
    for (const _ of text.matchAll(letters)) count++;
    if (count >= fewest) return language;
  }
  return undefined;
}

const pairInWord = /[\p{L}\p{M}]/u;
const wordBits = unitClass.letter | unitClass.mark;

function byWords(text: string): string | undefined {
  const { languages, hits, longest, lists } = (wordTable ??= makeWordTable());
  const counts = new Int32Array(languages.length);
  let words = 0;
  for (let at = 0; at < text.length;) {
    let hash = 0;
    let ascii = true;
    const start = at;
    for (;;) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80) {
        const lower = unit | 0x20;
        if (lower < 0x61 || lower > 0x7a) break;
        hash = nextHash(hash, unit);
        at++;
        continue;
      }
      const size = characterSize(text, at, wordBits, pairInWord);
      if (size === 0) break;
      if (size === 1) hash = nextHash(hash, unit);
      ascii = false;
      at += size;
    }
    if (at === start) {
      at++;
      continue;
    }
    // "U.S." is no word of a language that has words of one letter.
    if (at - start === 1 && text[at] === '.' && /\p{Lu}/u.test(text[start] as string)) continue;
    words++;
    // Most words are none of the table, which a number tells more quickly than the word.
    if (ascii && (at - start > longest || hits[hash & hashMask] === 0)) continue;
    const list = lists.at(text, start, at);
    for (let each = 0; each < list.length; each++) counts[list[each] as number]!++;
  }
  let best = 0;
  let next = 0;
  let found: string | undefined;
  for (const [index, count] of counts.entries()) {
    if (count > best) {
      next = best;
      best = count;
      found = languages[index];
    } else if (count > next) {
      next = count;
    }
  }
  if (best < fewestWords || best < words * leastShare) return undefined;
  return next === 0 || best >= next * lead ? found : undefined;
}

const hashMask = 0xfff;

/** The number of a word and a further letter, the same in either case. */
function nextHash(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + (unit | 0x20)) | 0;
}

interface FunctionWordTable {
  languages: readonly string[];
  /** By the number of a word: 1 where a word of the table has it. */
  hits: Uint8Array;
  /** The length of the longest word. */
  longest: number;
  /** The languages of each word. */
  lists: WordTable<readonly number[]>;
}

/** Words that may be of a list are kept as they are printed. */
const mostPrinted = 5000;

let wordTable: FunctionWordTable | undefined;

function makeWordTable(): FunctionWordTable {
  const languages = Object.keys(functionWords);
  const hits = new Uint8Array(hashMask + 1);
  const lists = new Map<string, number[]>();
  let longest = 0;
  for (const [index, language] of languages.entries()) {
    for (const word of (functionWords[language] as string).split(' ')) {
      const list = lists.get(word);
      if (list) list.push(index);
      else lists.set(word, [index]);
      longest = Math.max(longest, word.length);
      let hash = 0;
      for (let at = 0; at < word.length; at++) hash = nextHash(hash, word.charCodeAt(at));
      hits[hash & hashMask] = 1;
    }
  }
  const none: number[] = [];
  const printed = new WordTable((word) => lists.get(word.toLowerCase()) ?? none, mostPrinted);
  return { languages, hits, longest, lists: printed };
}

function proseOf(tree: Root): string {
  const parts: string[] = [];
  let length = 0;
  for (const { node, context } of textBlocks(tree)) {
    if (length > sample) break;
    // Notes are names of sources, and those that are made of citations repeat words of the text.
    if (context === 'note') continue;
    const text = toString(node);
    parts.push(text);
    length += text.length + 1;
  }
  return parts.join('\n');
}
