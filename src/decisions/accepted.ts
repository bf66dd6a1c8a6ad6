/** Findings that the editor has accepted: they are left out of the messages, and so of exit codes. */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { didYouMean } from '../config/suggest.ts';
import {
  messageId,
  reportDecision,
  type AcceptedFinding,
  type Decided,
  type QuoteSelector,
  type RuleCatalogue,
  type SourceRange,
} from '../model/index.ts';
import { QuoteIndex, reportAmbiguous, reportGone, textBlocks, textView } from '../text/index.ts';

/** Where the words of accepted findings stand. */
export type AcceptedPlaces = ReadonlyMap<Decided<AcceptedFinding>, SourceRange[]>;

/**
 * Finds the words of accepted findings in the tree as it was read: a plugin may take them out of the text. Words that stand more than
 * once are reported. In a format without places there are none.
 */
export function placeAccepted(tree: Root, file: VFile): AcceptedPlaces {
  const places = new Map<Decided<AcceptedFinding>, SourceRange[]>();
  const quoted = (file.data.decisions?.accept ?? []).filter(
    ({ decision }) => decision.quote !== undefined,
  ) as Decided<AcceptedFinding & QuoteSelector>[];
  if (quoted.length === 0) return places;
  const views = textBlocks(tree).map(({ node }) => textView(node, file));
  const index = new QuoteIndex(views.map(({ text }) => text));
  for (const decided of quoted) {
    const found = index.find(decided.decision).places;
    if (found.length > 1 && decided.decision.all !== true) {
      reportAmbiguous(file, decided, found.length);
      continue;
    }
    const ranges = found.flatMap(({ text, start, end }) => {
      const place = views[text]?.place(start, end);
      const from = place?.start.offset;
      const to = place?.end.offset;
      return from === undefined || to === undefined ? [] : [{ start: from, end: to }];
    });
    places.set(decided, ranges);
  }
  return places;
}

/** Takes accepted findings out of the messages; what is accepted and isn't found any more is reported. */
export function dropAccepted(file: VFile, catalogue: RuleCatalogue, places: AcceptedPlaces): void {
  const accepted = file.data.decisions?.accept ?? [];
  if (accepted.length === 0) return;
  const byRule = new Map<string, VFileMessage[]>();
  for (const message of file.messages) {
    const id = messageId(message, catalogue);
    const own = byRule.get(id);
    if (own) own.push(message);
    else byRule.set(id, [message]);
  }
  const dropped = new Set<VFileMessage>();
  for (const decided of accepted) {
    if (decided.outcome) continue;
    const { decision } = decided;
    const messages = byRule.get(decision.rule) ?? [];
    const meant = messages.filter((message) =>
      isMeant(message, decision, places.get(decided) ?? []),
    );
    // Of those that are only counted, no words are known.
    const ranges = decision.quote === undefined ? undefined : (places.get(decided) ?? []);
    const counted =
      file.data.findings?.drop(
        decision.rule,
        (finding) =>
          !ranges || (finding.start >= 0 && ranges.some((each) => touches(finding, each))),
      ) ?? 0;
    if (meant.length === 0 && counted > 0) decided.outcome = 'done';
    else if (meant.length === 0) reportUnused(file, decided, messages, places, catalogue);
    else if (isAmbiguous(meant, decided, places))
      reportDecision(
        file,
        'decisions/text-ambiguous',
        `Unexpected acceptance of one of ${meant.length} findings of ${decision.rule} with the same words, which this format has no places to tell apart by; expected \`all: true\``,
        decided,
        { actual: decision.quote },
      );
    else {
      decided.outcome = 'done';
      for (const message of meant) dropped.add(message);
    }
  }
  file.messages = file.messages.filter((message) => !dropped.has(message));
}

/** Without a quote all findings of the rule are meant; else those at its place, or that have no place and name its words. */
function isMeant(
  message: VFileMessage,
  { quote }: AcceptedFinding,
  ranges: readonly SourceRange[],
): boolean {
  if (quote === undefined) return true;
  const range = rangeOf(message);
  if (range) return ranges.some((each) => touches(range, each));
  return wordsOf(message).find({ quote }).places.length > 0;
}

const indexes = new WeakMap<VFileMessage, QuoteIndex>();

/** The words that a message is about. */
function wordsOf(message: VFileMessage): QuoteIndex {
  const known = indexes.get(message);
  if (known) return known;
  const made = new QuoteIndex([message.actual ?? '', message.reason]);
  indexes.set(message, made);
  return made;
}

function touches(finding: SourceRange, words: SourceRange): boolean {
  if (finding.start === finding.end)
    return finding.start >= words.start && finding.start <= words.end;
  return finding.start < words.end && finding.end > words.start;
}

function rangeOf({ place }: VFileMessage): SourceRange | undefined {
  if (!place) return undefined;
  const [from, to] = 'start' in place ? [place.start, place.end] : [place, place];
  return from.offset === undefined || to.offset === undefined
    ? undefined
    : { start: from.offset, end: to.offset };
}

/** Where there are no places, findings of the same words can't be told apart. */
function isAmbiguous(
  meant: readonly VFileMessage[],
  decided: Decided<AcceptedFinding>,
  places: AcceptedPlaces,
): boolean {
  const { quote, all } = decided.decision;
  return (
    quote !== undefined &&
    all !== true &&
    meant.length > 1 &&
    (places.get(decided) ?? []).length === 0
  );
}

function reportUnused(
  file: VFile,
  decided: Decided<AcceptedFinding>,
  messages: readonly VFileMessage[],
  places: AcceptedPlaces,
  catalogue: RuleCatalogue,
): void {
  const { rule, quote } = decided.decision;
  const isText = typeof file.value === 'string';
  // The rule still finds something, and the words have gone: they may have been changed.
  if (
    quote !== undefined &&
    isText &&
    messages.length > 0 &&
    (places.get(decided) ?? []).length === 0
  ) {
    reportGone(file, decided as Decided<AcceptedFinding & QuoteSelector>, 0);
    return;
  }
  const known = Object.keys(catalogue);
  const hint = known.includes(rule) ? '' : didYouMean(rule, known);
  reportDecision(
    file,
    'decisions/unused',
    `Unexpected acceptance of ${rule}, which is not reported${quote === undefined ? '' : ' there'}.${hint}`.replace(
      /\.$/,
      '',
    ),
    decided,
    { actual: rule },
  );
}
