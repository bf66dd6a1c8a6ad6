/**
 * Sorts out names that overlap. Names of the same words are made one, which keeps what each source knows. Of others, in this order: a
 * name that is marked up or decided; an explained acronym with its long form, where it is explained; then the longer; of equally long ones the
 * better source; then the earlier. A name that the tagger doubts goes after all that the lists know.
 */
import { putInOrder } from '../../src/text/ranges.ts';
import { anyOf, sources, type Candidate } from './model.ts';

/** Below this the tagger's names give way to any other. */
const doubtful = 0.3;
/** From here on the tagger is believed against the built-in lists, where their name is also something else: a country's team. */
const sure = { name: 0.5, demonym: 0.95 };

export function withoutOverlap(candidates: readonly Candidate[]): Candidate[] {
  const merged = mergeTwins(inOrder([...candidates]));
  const kept: Candidate[] = [];
  for (let from = 0; from < merged.length;) {
    // Candidates that hang together by overlaps: nearly always one by itself.
    const first = merged[from] as Candidate;
    let { to: end } = first;
    let next = from + 1;
    for (; next < merged.length; next++) {
      const { block, from: start, to } = merged[next] as Candidate;
      if (block !== first.block || start >= end) break;
      if (to > end) end = to;
    }
    if (next === from + 1) kept.push(first);
    else for (const each of bestOf(merged.slice(from, next), end)) kept.push(each);
    from = next;
  }
  return kept;
}

/** Those of one block's overlapping candidates that stay, in order. @param end where the last ends */
function bestOf(candidates: readonly Candidate[], end: number): Candidate[] {
  const order = candidates.map((each) => ({ each, rank: rankOf(each) }));
  order.sort(
    ({ each: a, rank: x }, { each: b, rank: y }) =>
      x - y || b.to - b.from - (a.to - a.from) || precedence(a) - precedence(b) || a.from - b.from,
  );
  const start = (candidates[0] as Candidate).from;
  const taken = new Uint8Array(end - start);
  const kept: Candidate[] = [];
  for (const { each } of order) {
    if (anyOf(taken, each.from - start, each.to - start)) continue;
    taken.fill(1, each.from - start, each.to - start);
    kept.push(each);
  }
  return inOrder(kept);
}

const byPlace = (a: Candidate, b: Candidate): number =>
  a.block.index - b.block.index || a.from - b.from;

export function inOrder(candidates: Candidate[]): Candidate[] {
  return putInOrder(candidates, byPlace);
}

const precedence = ({ source }: Candidate): number => sources.indexOf(source);

function rankOf(candidate: Candidate): number {
  const { source, confidence, definition, block, from, to } = candidate;
  if (source === 'markup' || source === 'decision') return 0;
  if (definition && definition.block === block) {
    const { longFrom, longTo } = definition;
    if ((from === longFrom && to === longTo) || (from === definition.from && to === definition.to))
      return 1;
  }
  if (source === 'model' && confidence < doubtful) return 3;
  return source === 'pattern' || source === 'repeat' || source === 'dateline' ? 4 : 2;
}

/** Makes names of the same words one. @param candidates in order */
function mergeTwins(candidates: readonly Candidate[]): Candidate[] {
  const result: Candidate[] = [];
  for (let at = 0; at < candidates.length;) {
    const { block, from } = candidates[at] as Candidate;
    // All that begin at one place, of which those are twins that end at one as well.
    let next = at + 1;
    while (
      next < candidates.length &&
      (candidates[next] as Candidate).from === from &&
      (candidates[next] as Candidate).block === block
    )
      next++;
    if (next === at + 1) result.push(candidates[at] as Candidate);
    else {
      const beginning = candidates.slice(at, next);
      const ends = new Set(beginning.map(({ to }) => to));
      if (ends.size === 1) result.push(merge(beginning));
      else for (const end of ends) result.push(merge(beginning.filter(({ to }) => to === end)));
    }
    at = next;
  }
  return result;
}

function merge(twins: Candidate[]): Candidate {
  if (twins.length === 1) return twins[0] as Candidate;
  const of = (source: Candidate['source']): Candidate | undefined =>
    twins.find((each) => each.source === source);
  const model = of('model');
  const gazetteer = of('gazetteer');
  const first = twins.reduce((best, each) => (precedence(each) < precedence(best) ? each : best));
  const base =
    gazetteer &&
    (first === model ? !isBelieved(model, gazetteer) : isMeant(gazetteer, first, model))
      ? gazetteer
      : first;
  // Nobody else has it any more: what the others know goes into it.
  const result = base;
  // The team of a country bears its name, and is of that country.
  if (base === model && model.type === 'organization' && gazetteer?.known?.place === 'country')
    result.countryCode = gazetteer.known.countryCode;
  for (const each of twins) {
    result.definition ??= each.definition;
    if (each.type !== result.type) continue;
    if (result.known === undefined && each.known) {
      result.known = each.known;
      result.form = each.form;
    }
    result.confidence = Math.max(result.confidence, each.confidence);
  }
  return result;
}

/** Whether a place is meant, and not what else bears its name in the registry: "in Washington", where a person of that name is known. */
function isMeant(
  gazetteer: Candidate,
  registered: Candidate,
  model: Candidate | undefined,
): boolean {
  return (
    registered.source === 'registry' &&
    registered.type !== gazetteer.type &&
    registered.type !== 'group' &&
    model?.type === gazetteer.type &&
    model.confidence >= sure.name
  );
}

function isBelieved(model: Candidate, gazetteer: Candidate): boolean {
  if (model.type === gazetteer.type || gazetteer.known?.place === 'seat') return false;
  return model.confidence >= (gazetteer.form === 'demonym' ? sure.demonym : sure.name);
}
