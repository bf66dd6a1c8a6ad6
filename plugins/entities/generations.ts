/**
 * People who bear one name but for an initial or a suffix: father and son. "George Bush" may be short for "George W. Bush", so that it
 * takes a reason to hold them for two: both stand in one paragraph, or the words around speak of kin.
 */
import type { PersonMention } from './people.ts';

/** A name as its parts, and the suffix that was taken off it. */
export interface ParsedName {
  parts: readonly string[];
  suffix: string | undefined;
}

/** "W.", "W", "H.W." */
export const isInitial = (part: string): boolean => /^(?:\p{L}|(?:\p{L}\.){1,3})$/u.test(part);

/** What two of one given name and surname share; undefined where a name has no given name in full. */
export function sharedName({ parts }: ParsedName): string | undefined {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || parts.length < 2 || isInitial(first))
    return undefined;
  return `${first} ${last}`;
}

/** What tells them apart: initials in the middle, and the suffix. Names with more in the middle have none. */
export function mark({ parts, suffix }: ParsedName): string {
  const middle = parts.slice(1, -1);
  return `${middle.every(isInitial) ? middle.join('').replaceAll('.', '') : ''} ${suffix ?? ''}`;
}

/** Shared names that more than one person of the article bears. */
export function findNamesakes(
  mentions: readonly PersonMention[],
  parsed: readonly ParsedName[],
): ReadonlySet<string> {
  const bearers = new Map<
    string,
    { marks: Set<string>; blocks: Map<number, string>; kin: boolean; apart: boolean }
  >();
  for (const [index, { block, kin }] of mentions.entries()) {
    const name = parsed[index] as ParsedName;
    const shared = sharedName(name);
    if (shared === undefined) continue;
    let known = bearers.get(shared);
    if (!known)
      bearers.set(
        shared,
        (known = { marks: new Set(), blocks: new Map(), kin: false, apart: false }),
      );
    const own = mark(name);
    known.marks.add(own);
    known.kin ||= kin;
    known.apart ||= (known.blocks.get(block) ?? own) !== own;
    known.blocks.set(block, own);
  }
  const namesakes = new Set<string>();
  for (const [shared, { marks, kin, apart }] of bearers) {
    if (marks.size > 1 && (kin || apart)) namesakes.add(shared);
  }
  return namesakes;
}

const kinship = new Set(
  'father son sons daughter mother brother sister wife husband widow widower grandson granddaughter grandfather grandmother nephew niece uncle aunt cousin elder younger senior junior namesake dynasty'.split(
    ' ',
  ),
);
/** How many words away a word of kin counts. */
const closeBy = 6;

/** Whether the words around a name speak of kin. */
export function isAmongKin(keys: readonly string[], from: number, to: number): boolean {
  for (let at = Math.max(0, from - closeBy); at < Math.min(keys.length, to + closeBy); at++) {
    if (kinship.has(keys[at] as string)) return true;
  }
  return false;
}

const ofSomebody = new Set(["'s", '’s', "'", '’', 'his', 'her', 'their', 'whose']);

/** Whether the name at a token is introduced as somebody's relative: "Holt's wife, Sandra Holt", "his late brother Bob Fisk". */
export function isRelative(keys: readonly string[], from: number): boolean {
  let at = from - 1;
  // "her father, the saxophonist Bengt Fisk"
  if (keys[at - 1] === 'the' && keys[at - 2] === ',') at -= 2;
  if (keys[at] === ',') at--;
  if (!kinship.has(keys[at] ?? '')) return false;
  for (let before = at - 1; before >= Math.max(0, at - 3); before--) {
    if (ofSomebody.has(keys[before] as string)) return true;
  }
  return false;
}
