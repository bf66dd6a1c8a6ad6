/**
 * Sorts out names that overlap. Names of the same words are made one, which keeps what each source knows. Of others, in this order: a
 * name that is marked up or decided; an explained acronym with its long form, where it is explained; then the longer; of equally long ones the
 * better source; then the earlier. A name that the tagger doubts goes after all that the lists know.
 */
import { anyOf, sources, type Candidate } from './model.ts';

/** Below this the tagger's names give way to any other. */
const doubtful = 0.3;
/** From here on the tagger is believed against the built-in lists, where their name is also something else: a country's team. */
const sure = { name: 0.5, demonym: 0.95 };

export function withoutOverlap(candidates: readonly Candidate[]): Candidate[] {
  const merged = mergeTwins(candidates);
  const order = merged.map((candidate) => ({ candidate, rank: rankOf(candidate) }));
  order.sort(
    ({ candidate: a, rank: x }, { candidate: b, rank: y }) =>
      x - y ||
      b.to - b.from - (a.to - a.from) ||
      precedence(a) - precedence(b) ||
      a.block.index - b.block.index ||
      a.from - b.from,
  );
  const taken = new Map<number, Uint8Array>();
  const kept: Candidate[] = [];
  for (const { candidate } of order) {
    const { block, from, to } = candidate;
    let own = taken.get(block.index);
    if (!own) taken.set(block.index, (own = new Uint8Array(block.tokens.length)));
    if (anyOf(own, from, to)) continue;
    own.fill(1, from, to);
    kept.push(candidate);
  }
  return inOrder(kept);
}

export function inOrder(candidates: Candidate[]): Candidate[] {
  return candidates.sort((a, b) => a.block.index - b.block.index || a.from - b.from);
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

/** A key of the words that a name has. A number, but for places beyond all measure. */
function placeKey({ block: { index }, from, to }: Candidate): number | string {
  if (index < 0x100000 && from < 0x100000 && to - from < 0x1000)
    return (index * 0x100000 + from) * 0x1000 + to - from;
  return `${index} ${from} ${to}`;
}

/** Makes names of the same words one. */
function mergeTwins(candidates: readonly Candidate[]): Candidate[] {
  const byPlace = new Map<number | string, Candidate[]>();
  for (const candidate of candidates) {
    const key = placeKey(candidate);
    const twins = byPlace.get(key);
    if (twins) twins.push(candidate);
    else byPlace.set(key, [candidate]);
  }
  return [...byPlace.values()].map(merge);
}

function merge(twins: Candidate[]): Candidate {
  if (twins.length === 1) return twins[0] as Candidate;
  const of = (source: Candidate['source']): Candidate | undefined =>
    twins.find((each) => each.source === source);
  const model = of('model');
  const gazetteer = of('gazetteer');
  const [first] = [...twins].sort((a, b) => precedence(a) - precedence(b)) as [Candidate];
  const base =
    gazetteer &&
    (first === model ? !isBelieved(model, gazetteer) : isMeant(gazetteer, first, model))
      ? gazetteer
      : first;
  const result = { ...base };
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
