/**
 * Maps the characters of a text node to the source they came from.
 *
 * mdast gives a text node one start and one end. Between them the value may differ from the source: escapes and character
 * references are resolved, line endings and container prefixes are dropped, lines are joined, plugins change words.
 */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { firstEndingAfter } from './ranges.ts';

/** A run of a value and the range of the source that it came from. Runs stand in order and cover the whole value. */
export interface SourceRun {
  /** Offsets into the value. */
  start: number;
  end: number;
  /** Offsets into the source. */
  sourceStart: number;
  sourceEnd: number;
  /** Whether value and source are the same here, letter by letter. A run that isn't is placed as a whole. */
  exact: boolean;
}

/** The runs of one value. It is void once the node's value is another. */
export interface SourceMap {
  value: string;
  runs: SourceRun[];
}

declare module 'mdast' {
  interface TextData {
    sourceMap?: SourceMap | undefined;
  }
}

/** How far apart value and source may drift at one place before the rest is taken as one changed run. */
const resyncWindow = 32;
/** How many characters have to agree for value and source to be in step again. */
const resyncLength = 3;

/** The longest indent and run of `>` that is taken for a container prefix. */
const longestPrefix = 1000;

/** What typographic characters are written as: plugins such as smartypants put the one for the other. The longest first. */
const plainForms: Readonly<Record<string, readonly string[]>> = {
  '“': ['``', "''", '"'],
  '”': ["''", '"'],
  '„': [',,', '"'],
  '‘': ["'", '`'],
  '’': ["'"],
  '—': ['---', '--', '-'],
  '–': ['--', '-'],
  '…': ['. . .', '...'],
};

const asciiPunctuation = /[!-/:-@[-`{-~]/;
const reference = /&(?:#[xX]([\da-fA-F]{1,6})|#(\d{1,7})|([A-Za-z][\dA-Za-z]{0,31}));/y;

/**
 * Aligns a value with the source range that it was parsed from. Linear: at each difference it looks at most
 * `resyncWindow` characters ahead.
 *
 * @param literal - The source is taken to the letter, without escapes and references (code).
 */
export function align(
  value: string,
  source: string,
  from: number,
  to: number,
  literal = false,
): SourceRun[] {
  if (to - from === value.length && source.startsWith(value, from)) {
    return [{ start: 0, end: value.length, sourceStart: from, sourceEnd: to, exact: true }];
  }
  const runs: SourceRun[] = [];
  let at = 0;
  let place = from;

  const step = (length: number, sourceLength: number, exact: boolean): void => {
    pushRun(runs, {
      start: at,
      end: at + length,
      sourceStart: place,
      sourceEnd: place + sourceLength,
      exact,
    });
    at += length;
    place += sourceLength;
  };

  while (at < value.length) {
    if (place >= to) {
      step(value.length - at, 0, false);
      break;
    }
    if (!literal) {
      const syntax = resolved(value, at, source, place, to);
      if (syntax) {
        step(syntax.length, syntax.sourceLength, false);
        continue;
      }
      const blank = blankReferenceLength(value[at] as string, source, place, to);
      if (blank > 0) {
        if (value[at] === ' ') step(1, blank, false);
        else place += blank;
        continue;
      }
    }
    const joint =
      value[at] === ' ' && value[at + 1] !== ' ' ? lineJointLength(source, place, to) : 0;
    if (value[at] === source[place] && joint === 0) {
      step(1, 1, true);
      continue;
    }
    if (joint > 0) {
      step(1, joint, false);
      continue;
    }
    const skipped = prefixLength(source, from, place, to, value[at] as string);
    if (skipped > 0) {
      place += skipped;
      continue;
    }
    const plain = plainForms[value[at] as string]?.find((form) => source.startsWith(form, place));
    if (plain !== undefined && place + plain.length <= to) {
      step(1, plain.length, false);
      continue;
    }
    const [length, sourceLength] = resync(value, at, source, place, to);
    if (length === 0) place += sourceLength;
    else step(length, sourceLength, false);
  }
  return runs;
}

/** Runs of `value` against the source, given the runs of an earlier `map.value` that it was made from. */
export function realign(value: string, map: SourceMap): SourceRun[] {
  if (value === map.value) return map.runs;
  return align(value, map.value, 0, map.value.length, true).map((run) => {
    const start = sourceStartOf(map.runs, run.sourceStart);
    const end = run.sourceEnd > run.sourceStart ? sourceEndOf(map.runs, run.sourceEnd) : start;
    return {
      start: run.start,
      end: run.end,
      sourceStart: start,
      sourceEnd: Math.max(start, end),
      exact:
        run.exact &&
        end - start === run.end - run.start &&
        isExact(map.runs, run.sourceStart, run.sourceEnd),
    };
  });
}

/** Source offset at which the character at `offset` of the value begins. */
export function sourceStartOf(runs: readonly SourceRun[], offset: number): number {
  const run = runAt(runs, offset);
  if (!run) return runs.at(-1)?.sourceEnd ?? 0;
  return run.exact ? run.sourceStart + (offset - run.start) : run.sourceStart;
}

/** Source offset at which the character before `offset` of the value ends. */
export function sourceEndOf(runs: readonly SourceRun[], offset: number): number {
  const run = runAt(runs, offset - 1);
  if (!run) return runs[0]?.sourceStart ?? 0;
  return run.exact ? run.sourceStart + (offset - run.start) : run.sourceEnd;
}

/** The runs of a slice of the value, counted from the slice's start. */
export function sliceRuns(runs: readonly SourceRun[], start: number, end: number): SourceRun[] {
  const result: SourceRun[] = [];
  for (let index = firstEndingAfter(runs, start); index < runs.length; index++) {
    const run = runs[index] as SourceRun;
    if (run.start >= end) break;
    const first = Math.max(run.start, start);
    const last = Math.min(run.end, end);
    if (first >= last) continue;
    result.push({
      start: first - start,
      end: last - start,
      sourceStart: run.exact ? run.sourceStart + (first - run.start) : run.sourceStart,
      sourceEnd: run.exact ? run.sourceStart + (last - run.start) : run.sourceEnd,
      exact: run.exact,
    });
  }
  return result;
}

/** Adds a run, or lengthens the last one where both are exact and touch. */
export function pushRun(runs: SourceRun[], run: SourceRun): void {
  const last = runs.at(-1);
  if (
    last &&
    last.exact &&
    run.exact &&
    last.sourceEnd === run.sourceStart &&
    last.end === run.start
  ) {
    runs[runs.length - 1] = { ...last, end: run.end, sourceEnd: run.sourceEnd };
  } else {
    runs.push(run);
  }
}

/** An escape or a character reference at `place` that stands for what the value has at `at`. */
function resolved(
  value: string,
  at: number,
  source: string,
  place: number,
  to: number,
): { length: number; sourceLength: number } | undefined {
  const character = source[place];
  if (character === '\\') {
    const next = source[place + 1];
    if (place + 1 < to && next === value[at] && asciiPunctuation.test(next as string)) {
      return { length: 1, sourceLength: 2 };
    }
    return undefined;
  }
  if (character !== '&') return undefined;
  reference.lastIndex = place;
  const match = reference.exec(source);
  if (!match || place + match[0].length > to) return undefined;
  const decoded = decodeReference(match);
  if (!decoded || !value.startsWith(decoded, at)) return undefined;
  return { length: decoded.length, sourceLength: match[0].length };
}

/** Length of a reference to a line ending or a tab, which reading has made a space or left out. */
function blankReferenceLength(wanted: string, source: string, place: number, to: number): number {
  if (source[place] !== '&' || wanted === '&') return 0;
  reference.lastIndex = place;
  const match = reference.exec(source);
  if (!match || place + match[0].length > to) return 0;
  return /^[\t\n\r]$/.test(decodeReference(match) ?? '') ? match[0].length : 0;
}

function decodeReference(match: RegExpExecArray): string | undefined {
  const [, hexadecimal, decimal, name] = match;
  if (name !== undefined) return decodeNamedCharacterReference(name) || undefined;
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  if (code === 0 || code > 0x10_ff_ff || (code >= 0xd8_00 && code <= 0xdf_ff)) return '\uFFFD';
  return String.fromCodePoint(code);
}

/** Length of what parsers drop without a trace: spaces before a line ending; indent and `>` at the start of a line. */
function prefixLength(
  source: string,
  from: number,
  place: number,
  to: number,
  wanted: string,
): number {
  let end = place;
  if (wanted === '\n' || wanted === '\r') {
    while (end < to && (source[end] === ' ' || source[end] === '\t')) end++;
    const stop = source[end];
    if (end > place && (stop === '\n' || stop === '\r')) return end - place;
    if (wanted === '\n' && stop === '\r' && source[end + 1] === '\n') return end - place + 1;
    return 0;
  }
  let lineStart = place;
  const furthest = Math.max(from, place - longestPrefix);
  while (lineStart > furthest && isPrefix(source[lineStart - 1])) lineStart--;
  const before = source[lineStart - 1];
  if (lineStart <= from || (before !== '\n' && before !== '\r')) return 0;
  while (end < to && isPrefix(source[end])) end++;
  return end - place;
}

/** Length of a line ending with the white space and container prefixes around it, where lines were joined by a space. */
function lineJointLength(source: string, place: number, to: number): number {
  let end = place;
  while (end < to && (source[end] === ' ' || source[end] === '\t')) end++;
  if (source[end] === '\r' && source[end + 1] === '\n') end += 2;
  else if (source[end] === '\r' || source[end] === '\n') end += 1;
  else return 0;
  while (end < to && isPrefix(source[end])) end++;
  return end - place;
}

function isPrefix(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '>';
}

/** The shortest stretch of value and source after which both agree again. */
function resync(
  value: string,
  at: number,
  source: string,
  place: number,
  to: number,
): [length: number, sourceLength: number] {
  const length = Math.min(resyncWindow, value.length - at);
  const sourceLength = Math.min(resyncWindow, to - place);
  for (let sum = 1; sum <= length + sourceLength; sum++) {
    // An even exchange before an insertion or a loss of the same total.
    for (let skew = 0; skew <= sum; skew++) {
      const half = sum >> 1;
      const a = skew % 2 === 0 ? half - (skew >> 1) : half + ((skew + 1) >> 1);
      const b = sum - a;
      if (a < 0 || b < 0 || a > length || b > sourceLength) continue;
      if (agrees(value, at + a, source, place + b, to)) return [a, b];
    }
  }
  return [value.length - at, to - place];
}

function agrees(value: string, at: number, source: string, place: number, to: number): boolean {
  const wanted = Math.min(resyncLength, value.length - at);
  if (wanted === 0) return place === to;
  if (place + wanted > to) return false;
  for (let index = 0; index < wanted; index++) {
    if (value[at + index] !== source[place + index]) return false;
  }
  return true;
}

function isExact(runs: readonly SourceRun[], start: number, end: number): boolean {
  const run = runAt(runs, start);
  return run !== undefined && run.exact && run.end >= end;
}

function runAt(runs: readonly SourceRun[], offset: number): SourceRun | undefined {
  const run = runs[firstEndingAfter(runs, offset)];
  return run && offset >= run.start && offset < run.end ? run : undefined;
}
