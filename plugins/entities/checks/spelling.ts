import { distance } from 'fastest-levenshtein';
import type { VFile } from 'vfile';
import { report } from '../../../src/model/index.ts';
import type { Findings } from '../checks.ts';
import { endOf, startOf, textOf, type Candidate, type Cluster } from '../model.ts';
import { remembered } from '../../../src/text/remembered.ts';
import { nameKey } from '../names.ts';
import { isFull, partsOf } from '../people.ts';

/** A spelling of a name in the article, and where it stands first. */
interface Spelling {
  key: string;
  cluster: Cluster;
  mention: Candidate;
  /** How often it stands there. */
  count: number;
}

/** Shorter words differ by a letter without being variants. */
const shortest = 5;

/** One name that is spelled in two ways: "Tokayev", "Tokaev". Only names of one sound are compared, so that the work stays linear. */
export function checkSpelling({ clusters }: Findings, file: VFile): void {
  const buckets: Map<string, Spelling>[] = [];
  const bySound = {
    person: new Map<string, Map<string, Spelling>>(),
    organization: new Map<string, Map<string, Spelling>>(),
    place: new Map<string, Map<string, Spelling>>(),
  };
  for (const cluster of clusters) {
    const { type, known } = cluster;
    if (type !== 'person' && type !== 'organization' && type !== 'place') continue;
    if (known?.place) continue;
    const sounds = bySound[type];
    for (const mention of cluster.mentions) {
      const key = comparedPart(cluster, mention);
      if (key.length < shortest || mention.form === 'acronym') continue;
      const sound = soundOf(key);
      let bucket = sounds.get(sound);
      if (!bucket) {
        sounds.set(sound, (bucket = new Map()));
        buckets.push(bucket);
      }
      const known = bucket.get(key);
      if (known) known.count++;
      else bucket.set(key, { key, cluster, mention, count: 1 });
    }
  }
  for (const bucket of buckets) {
    if (bucket.size < 2) continue;
    // The spelling that is used most is held to be meant; the first of equals.
    const [main, ...others] = [...bucket.values()].sort(
      (a, b) => b.count - a.count || order(a.mention, b.mention),
    ) as [Spelling, ...Spelling[]];
    for (const other of others) if (isVariant(main, other)) tell(main, other, file);
  }
  checkGivenNames(clusters, file);
}

/** Two people of one surname whose given names are one name in two spellings: "Erik Lund", "Eric Lund". */
function checkGivenNames(clusters: Findings['clusters'], file: VFile): void {
  const people = new Map<string, { cluster: Cluster; mention: Candidate }>();
  const spellings = new Set<string>();
  for (const cluster of clusters) {
    if (cluster.type !== 'person') continue;
    for (const mention of cluster.mentions) {
      const { parts } = partsOf(textOf(mention));
      const [given = '', surname = ''] = [parts[0], parts.at(-1)];
      // An initial is no spelling of a name, nor is the short form of one.
      if (parts.length < 2 || given.length < 3 || spellings.has(`${given} ${surname}`)) continue;
      spellings.add(`${given} ${surname}`);
      const key = `${oneSpelling(given)} ${surname}`;
      const other = people.get(key);
      if (other === undefined) people.set(key, { cluster, mention });
      else if (other.cluster !== cluster) tellWhole(other.mention, mention, file);
    }
  }
}

/** Letters that given names are spelled with in two ways. Vowels count: "Anna" and "Anne" are two names. */
function oneSpelling(name: string): string {
  return name
    .replace(/ck|c(?![eiy])|q/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/(?<!^)h/g, '')
    .replace(/y/g, 'i')
    .replace(/(\p{L})\1+/gu, '$1');
}

/** Of a person the surname, of others the whole name. */
function comparedPart({ type }: Cluster, mention: Candidate): string {
  const text = textOf(mention);
  return type === 'person' ? (partsOf(text).parts.at(-1) ?? '') : nameKey(text);
}

/** A key on which transliterations of one name agree: consonants, in the spelling that the schools have in common. */
const soundOf = remembered((key) =>
  key
    .replace(/[^\p{L}\s]/gu, '')
    .replace(/kh|ch|q|ck|c/g, 'k')
    .replace(/g/g, 'k')
    .replace(/zh|dzh|dj|j/g, 'z')
    .replace(/sh|sch|tz|ts/g, 's')
    .replace(/ph|ff|w/g, 'v')
    .replace(/f/g, 'v')
    .replace(/[aeiouy]/g, '')
    .replace(/h/g, '')
    .replace(/(.)\1+/g, '$1'),
);

function isVariant(main: Spelling, other: Spelling): boolean {
  const edits = distance(main.key, other.key);
  if (edits === 0 || edits > (main.key.length >= 8 ? 3 : 2)) return false;
  // "Bank" and "Banks", "Ivanov" and "Ivanova" are two names.
  if (/^(?:s|es|a|aya|ov|ova)$/.test(tail(main.key, other.key))) return false;
  if (main.cluster.type !== 'person') return true;
  if (main.cluster === other.cluster) return true;
  // Two people in full differ by their given names, or they are one.
  const [a, b] = [main.cluster.name, other.cluster.name];
  if (!isFull(a) || !isFull(b)) return true;
  const [first, second] = [partsOf(a).parts[0] ?? '', partsOf(b).parts[0] ?? ''];
  return soundOf(first) === soundOf(second) && distance(first, second) <= 2;
}

/** What one word has more than the other, where it begins with it. */
function tail(a: string, b: string): string {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) ? long.slice(short.length) : '';
}

function order(a: Candidate, b: Candidate): number {
  return a.block.index - b.block.index || a.from - b.from;
}

function tellWhole(main: Candidate, other: Candidate, file: VFile): void {
  const expected = textOf(main);
  const actual = textOf(other);
  const { block, from, to } = other;
  report(
    file,
    'entities/spelling-variants',
    `Unexpected spelling “${actual}”, expected “${expected}” as elsewhere in the article, unless they are two people`,
    {
      place: block.view.place(startOf(block, from), endOf(block, to)),
      actual,
      expected: [expected],
    },
  );
}

function tell(main: Spelling, other: Spelling, file: VFile): void {
  const [expected] = spelled(main);
  const [actual, start, end] = spelled(other);
  report(
    file,
    'entities/spelling-variants',
    `Unexpected spelling “${actual}”, expected “${expected}” as elsewhere in the article`,
    { place: other.mention.block.view.place(start, end), actual, expected: [expected] },
  );
}

/** The words that are compared, as printed, and where they stand: of a person in full the surname, but where that is the same. */
function spelled({ cluster, mention }: Spelling): [string, number, number] {
  const { block, from, to } = mention;
  const text = textOf(mention);
  const end = endOf(block, to);
  const start = startOf(block, from);
  if (cluster.type !== 'person' || partsOf(text).suffix !== undefined) return [text, start, end];
  const last = text.slice(Math.max(text.lastIndexOf(' '), text.lastIndexOf('\u00a0')) + 1);
  return [last, end - last.length, end];
}
