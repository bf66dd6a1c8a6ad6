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
  const script = mainScript(part);
  if (script === undefined) return undefined;
  if (script.language !== undefined) return byLetters(part, script.name) ?? script.language;
  return byLetters(part, script.name) ?? byWords(part);
}

const latin = scripts.find(({ name }) => name === 'latin') as (typeof scripts)[number];

function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** The script of most letters. */
function mainScript(text: string): (typeof scripts)[number] | undefined {
  const counts = new Map<(typeof scripts)[number], number>();
  let letters = 0;
  let ascii = 0;
  for (const character of text) {
    // Most characters of most articles: they need no table of Unicode.
    if (character <= '\u007F') {
      if (isAsciiLetter(character.charCodeAt(0))) ascii++;
      continue;
    }
    if (!/\p{L}/u.test(character)) continue;
    letters++;
    const script = scripts.find(({ pattern }) => pattern.test(character));
    if (script) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  if (ascii > 0) {
    letters += ascii;
    counts.set(latin, (counts.get(latin) ?? 0) + ascii);
  }
  // Japanese is written in three scripts, of which only two are its own; a text in Chinese may have a few of their letters.
  const kana = counts.get(scripts.find(({ name }) => name === 'kana') as never) ?? 0;
  const han = counts.get(scripts.find(({ name }) => name === 'han') as never) ?? 0;
  if (letters < fewestLetters) return undefined;
  if ((kana + han) * 2 > letters && kana > 0)
    return scripts.find(({ name }) => name === (kana * 10 > han ? 'kana' : 'han'));
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] * 2 > letters ? best[0] : undefined;
}

/** By letters that only one language of a script has: the first whose letters are more than chance. */
function byLetters(text: string, script: string): string | undefined {
  for (const { script: own, language, letters, least } of letterEvidence) {
    if (own !== script) continue;
    let count = 0;
    for (const _ of text.matchAll(letters)) count++;
    if (count >= 3 && count >= text.length * least) return language;
  }
  return undefined;
}

function byWords(text: string): string | undefined {
  const counts = new Map<string, number>();
  let words = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    words++;
    for (const language of languagesOf().get(word.toLowerCase()) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [best, next] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < fewestWords || best[1] < words * leastShare) return undefined;
  return next === undefined || best[1] >= next[1] * lead ? best[0] : undefined;
}

let table: Map<string, string[]> | undefined;

function languagesOf(): Map<string, string[]> {
  if (table) return table;
  table = new Map();
  for (const [language, words] of Object.entries(functionWords)) {
    for (const word of words.split(' ')) {
      const languages = table.get(word);
      if (languages) languages.push(language);
      else table.set(word, [language]);
    }
  }
  return table;
}

function proseOf(tree: Root): string {
  const parts: string[] = [];
  let length = 0;
  for (const { node } of textBlocks(tree)) {
    if (length > sample) break;
    const text = toString(node);
    parts.push(text);
    length += text.length + 1;
  }
  return parts.join('\n');
}
