/**
 * Who says what stands in quotation marks.
 */
import type { EntityRecord } from '../../src/model/index.ts';
import type { Range } from '../../src/text/index.ts';
import type { Block, Passage } from './article.ts';
import { overlapping } from './spans.ts';

export interface Attribution {
  /** The id of the entity that speaks, where names are marked in the tree. */
  speaker: string | null;
  /** The name to print below the quote. */
  printed: string | undefined;
}

const verb =
  /\b(?:said|says|saying|told|tells|asked|asks|replied|added|adds|explained|explains|noted|notes|argued|argues|wrote|writes|insisted|insists|warned|warns|recalled|recalls|declared|stated|admitted|claimed|claims|joked|continued|concluded|remarked|lamented|complained|according to)\b/;
const name =
  /(?:\p{Lu}[\p{L}\p{M}’'-]*\.?)(?: (?:(?:de|da|di|del|della|van|von|der|den|bin|al|el|la|le) ){0,2}\p{Lu}[\p{L}\p{M}’'-]*\.?){0,4}/gu;
const pronoun = /\b(?:he|she)\b/i;
/** Capitals that open a sentence, or belong to a time, name nobody. */
const nobody =
  /^(?:The|A|An|He|She|They|It|We|I|You|But|And|In|On|At|As|That|This|When|Who|One|Mr|Mrs|Ms|Dr|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\.?$/;
const title = /^(?:The|But|And|As|When|In|Mr\.?|Mrs\.?|Ms\.?) /;

/** Whether words say that somebody speaks: "she said". */
export function reportedSpeech(text: string): boolean {
  return verb.test(text);
}

/** Who says a passage; both fields are empty where it is not speech or nobody is named. */
export function attribute(
  passage: Passage,
  range: Range,
  before: Block | undefined,
  records: ReadonlyMap<string, EntityRecord>,
): Attribution {
  const { block } = passage;
  const { text } = block.view;
  const isSpeech = passage.spoken * 2 > passage.text.length;
  const isCut = range.start > passage.start || range.end < passage.end;
  if (!isSpeech && !(isCut && reportedSpeech(text.slice(range.end, passage.end))))
    return nobodyKnown;

  for (const zone of zones(passage, range)) {
    const found = named(block, zone, records);
    if (found) return found;
    if (pronoun.test(text.slice(zone.start, zone.end))) return onlyPerson(passage, before, records);
  }
  // A paragraph of its own after "She said:".
  if (passage.index === 0 && before && passage.block.afterColon) {
    const last = before.passages.at(-1);
    if (last && reportedSpeech(last.text)) return named(before, last, records) ?? nobodyKnown;
  }
  return nobodyKnown;
}

/** How far back "he" and "she" are looked up, in characters. */
const shortlyBefore = 1000;

const nobodyKnown: Attribution = { speaker: null, printed: undefined };

/** The stretches that may say who speaks, the nearest first: outside quotation marks, with a verb of speech. */
function zones(passage: Passage, range: Range): Range[] {
  const { block, index } = passage;
  const { text } = block.view;
  const isSpoken = range.start === passage.start && range.end === passage.end;
  const own = isSpoken
    ? gaps(passage)
    : [
        { start: range.end, end: passage.end },
        { start: passage.start, end: range.start },
      ];
  const near: Range[] = [...own];
  for (const step of [1, -1, 2, -2]) {
    const other = block.passages[index + step];
    // A sentence without any quotation says nothing about who speaks in this one.
    if (other && other.quoted > 0) near.push(...gaps(other));
  }
  return near.filter(({ start, end }) => end - start > 2 && verb.test(text.slice(start, end)));
}

/** What of a sentence stands outside quotation marks. */
function gaps(passage: Passage): Range[] {
  const result: Range[] = [];
  let at = passage.start;
  for (const { start, end } of overlapping(passage.block.quotations, passage)) {
    if (start > at) result.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < passage.end) result.push({ start: at, end: passage.end });
  return result.toReversed();
}

/** The name nearest to the verb of speech: a marked entity, else words with capitals. */
function named(
  { view, entities }: Block,
  zone: Range,
  records: ReadonlyMap<string, EntityRecord>,
): Attribution | undefined {
  const words = view.text.slice(zone.start, zone.end);
  const match = verb.exec(words);
  if (!match) return undefined;
  const at = zone.start + match.index;
  const distance = (range: Range): number =>
    Math.min(Math.abs(range.end - at), Math.abs(range.start - at - match[0].length));
  const speakers = overlapping(entities, zone)
    .filter(
      ({ node, start, end }) =>
        start >= zone.start &&
        end <= zone.end &&
        (node.entityType === 'person' || node.entityType === 'organization'),
    )
    .toSorted(
      (a, b) => rankOf(a.node.entityType) - rankOf(b.node.entityType) || distance(a) - distance(b),
    );
  const [first] = speakers;
  if (first) {
    const printed =
      records.get(first.node.entityId)?.name ?? view.text.slice(first.start, first.end);
    return { speaker: first.node.entityId, printed };
  }
  const names = [...words.matchAll(name)]
    .map(({ 0: printed, index }) => {
      const bare = printed.replace(title, '');
      const start = zone.start + index + printed.length - bare.length;
      return {
        printed: bare.replace(/(?<!\b\p{Lu})\.$/u, ''),
        start,
        end: zone.start + index + printed.length,
      };
    })
    .filter(({ printed }) => printed.length > 1 && !nobody.test(printed))
    .toSorted((a, b) => distance(a) - distance(b));
  return names[0] && { speaker: null, printed: names[0].printed };
}

function rankOf(type: string): number {
  return type === 'person' ? 0 : 1;
}

/** The person meant by "he said": the only one named shortly before, else the only one who was said to speak, else nobody. */
function onlyPerson(
  passage: Passage,
  before: Block | undefined,
  records: ReadonlyMap<string, EntityRecord>,
): Attribution {
  const people = new Map<string, string>();
  const look = ({ view, entities }: Block, within: Range): void => {
    for (const { node, start, end } of overlapping(entities, within)) {
      if (node.entityType !== 'person') continue;
      people.set(node.entityId, records.get(node.entityId)?.name ?? view.text.slice(start, end));
    }
  };
  const nearby = { start: Math.max(0, passage.start - shortlyBefore), end: passage.start };
  look(passage.block, nearby);
  if (people.size === 0 && before) look(before, { start: 0, end: shortlyBefore });
  const [only] = people;
  if (only) return people.size === 1 ? { speaker: only[0], printed: only[1] } : nobodyKnown;

  const speakers = new Set<string>();
  for (const other of before?.passages.slice(0, fewSentences) ?? []) {
    for (const gap of gaps(other)) {
      const printed = before && named(before, gap, records)?.printed;
      if (printed !== undefined) speakers.add(printed);
    }
  }
  return speakers.size === 1 ? { speaker: null, printed: [...speakers][0] } : nobodyKnown;
}

/** A paragraph of more sentences is looked through no further. */
const fewSentences = 8;
