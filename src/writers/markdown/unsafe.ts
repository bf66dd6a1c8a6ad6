/**
 * What Markdown could take for marks, looked for only where it may be. mdast-util-to-markdown looks for each of some ninety patterns in each piece of text,
 * though most count in other constructs, or need a character that the piece doesn't hold, or the beginning of a line.
 */
import { defaultHandlers, type Handle, type Unsafe } from 'mdast-util-to-markdown';

const ascii = 128;
const space = 32;
const tab = 9;
const newline = 10;
const carriageReturn = 13;

/** For each character of ASCII the number of the last text that has it: at all, beside a line ending, first in a line but for white space. */
const anywhere = new Uint32Array(ascii);
const besideBreak = new Uint32Array(ascii);
const firstInLine = new Uint32Array(ascii);
let turn = 0;

/** What a text must have for a pattern to match, of what {@link read} looks at. */
interface Need {
  pattern: Unsafe;
  /** Where the character of the pattern has to be. */
  in: Uint32Array;
  code: number;
  /** Another character that has to be in the text, or the same. */
  also: number;
  /** A number has to begin a line. */
  numbered: boolean;
}

/** How many combinations of constructs are kept. */
const mostScopes = 200;

/** The patterns of the last document, and which of them count within which constructs. Documents of one processor have the same ones. */
let known: readonly Unsafe[] = [];
const scopes = new Map<string, Need[]>();

/** Writes a document as mdast-util-to-markdown does, with a faster way to escape. */
export const root: Handle = (node, parent, state, info) => {
  const { safe } = state;
  remember(state.unsafe);
  state.safe = (value, config) => {
    const { unsafe } = state;
    const text = value ?? '';
    const around = (config.before ?? '') + text + (config.after ?? '');
    state.unsafe = unsafeIn(around, unsafe, state.stack);
    // Around the text nothing is escaped, and without patterns only backslashes are.
    const isSafe =
      !text.includes('\\') && !state.unsafe.some(({ character }) => text.includes(character));
    const result = isSafe ? text : safe.call(state, value, config);
    state.unsafe = unsafe;
    return result;
  };
  return defaultHandlers.root(node, parent, state, info);
};

function remember(patterns: readonly Unsafe[]): void {
  const isSame =
    known.length === patterns.length && known.every((each, at) => each === patterns[at]);
  known = patterns;
  if (!isSame) scopes.clear();
}

/**
 * The patterns that may match in a text: those of which it can't be told that they don't. What is said of each is said from the shape of its conditions;
 * of a shape that isn't known its character alone counts.
 */
function unsafeIn(
  value: string,
  patterns: readonly Unsafe[],
  constructs: readonly string[],
): Unsafe[] {
  read(value);
  const found: Unsafe[] = [];
  for (const need of needsWithin(patterns, constructs)) if (isMet(need)) found.push(need.pattern);
  return found;
}

function needsWithin(patterns: readonly Unsafe[], constructs: readonly string[]): Need[] {
  const needs = () => patterns.filter((each) => counts(each, constructs)).map(needOf);
  if (patterns !== known) return needs();
  const key = constructs.join(' ');
  let found = scopes.get(key);
  if (found === undefined) {
    if (scopes.size >= mostScopes) scopes.clear();
    scopes.set(key, (found = needs()));
  }
  return found;
}

function counts({ inConstruct, notInConstruct }: Unsafe, constructs: readonly string[]): boolean {
  const isIn = (names: Unsafe['inConstruct']) =>
    [names ?? []].flat().some((name) => constructs.includes(name));
  return ([inConstruct ?? []].flat().length === 0 || isIn(inConstruct)) && !isIn(notInConstruct);
}

function read(value: string): void {
  turn++;
  let isFirst = false;
  let afterBreak = false;
  let previous = ascii;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code < ascii) {
      anywhere[code] = turn;
      if (afterBreak) besideBreak[code] = turn;
      afterBreak = code === newline || code === carriageReturn;
      if (afterBreak) {
        if (previous < ascii) besideBreak[previous] = turn;
        isFirst = true;
      } else if (isFirst && code !== space && code !== tab) {
        firstInLine[code] = turn;
        isFirst = false;
      }
    } else {
      isFirst = false;
      afterBreak = false;
    }
    previous = code;
  }
}

function isMet(need: Need): boolean {
  if (need.code >= ascii) return true;
  if (need.in[need.code] !== turn || anywhere[need.also] !== turn) return false;
  return !need.numbered || beginsWithNumber();
}

function beginsWithNumber(): boolean {
  for (let digit = 48; digit < 58; digit++) if (firstInLine[digit] === turn) return true;
  return false;
}

function needOf(pattern: Unsafe): Need {
  const { character, atBreak, before, after } = pattern;
  const code = character.charCodeAt(0);
  const isSpace = code === space || code === tab || code === newline || code === carriageReturn;
  const isFirst = atBreak === true && !before && !isSpace;
  const isBeside = atBreak !== true && [before, after].some((each) => each && breaks.has(each));
  return {
    pattern,
    in: isFirst ? firstInLine : isBeside ? besideBreak : anywhere,
    code,
    also: alone(before) ?? alone(after) ?? code,
    numbered: atBreak === true && before === '\\d+',
  };
}

const breaks = new Set(['[\\r\\n]', '\\r', '\\n']);

/** The character that a condition is, escaped as in `\\]`. */
function alone(condition: string | null | undefined): number | undefined {
  const character = /^\\([!-/:-@[-`{-~])$/.exec(condition ?? '')?.[1];
  return character?.charCodeAt(0);
}
