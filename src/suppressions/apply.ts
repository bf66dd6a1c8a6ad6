import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import { isKnownRule, matchesRule, rulePatterns } from '../config/rule-pattern.ts';
import { didYouMean } from '../config/suggest.ts';
import { messageId, report, type RuleCatalogue, type Suppression } from '../model/index.ts';
import { directiveNames } from './directive.ts';
import { frontMatterSuppressions } from './front-matter.ts';

/** No article needs more; the work grows with their number. */
const mostSuppressions = 500;

/** One rule of one suppression, and where it holds. */
interface Span {
  rule: string;
  from: Suppression;
  /** UTF-16 offsets into the source. */
  start: number;
  end: number;
  /** Whether it holds for what is said of the article as a whole. */
  isWhole: boolean;
  used: boolean;
}

/**
 * Takes away the messages that the article itself says to leave out, and reports what is wrong with its wishes.
 *
 * @param tellBeyond - Adds messages for the findings that were only counted; it is called once those that are to be left out are known.
 */
export function applySuppressions(
  file: VFile,
  catalogue: RuleCatalogue,
  tellBeyond: () => readonly VFileMessage[] = () => [],
): void {
  const all = [...(file.data.suppressions ?? []), ...frontMatterSuppressions(file)];
  if (all.length === 0) {
    tellBeyond();
    return;
  }
  const suppressions = all.slice(0, mostSuppressions);
  const spans = spansOf(suppressions);
  const offsetOf = offsets(file);
  const isMeant = (id: string, offset: number | undefined): boolean => {
    const matching = spans.filter(
      (span) =>
        matchesRule(span.rule, id) &&
        (offset === undefined ? span.isWhole : span.start <= offset && offset < span.end),
    );
    for (const span of matching) span.used = true;
    return matching.length > 0;
  };
  const isLeft = (message: VFileMessage): boolean =>
    !isMeant(messageId(message, catalogue), offsetOf(message));
  file.messages = file.messages.filter(isLeft);
  const { findings } = file.data;
  for (const rule of findings?.rules ?? [])
    findings?.drop(rule, ({ start }) => isMeant(rule, start < 0 ? undefined : start));
  const dropped = new Set(tellBeyond().filter((message) => !isLeft(message)));
  if (dropped.size > 0) file.messages = file.messages.filter((message) => !dropped.has(message));
  for (const suppression of suppressions) reportFaults(file, suppression, catalogue);
  for (const { rule, from, used } of spans) {
    if (used || !isKnownRule(rule, catalogue)) continue;
    report(
      file,
      'suppressions/unused',
      `Unexpected suppression of ${rule}, which reports nothing here`,
      { place: from.place },
    );
  }
  if (all.length > mostSuppressions) {
    const place = all[mostSuppressions]?.place;
    const reason = `Unexpected number of suppressions (${all.length}), expected at most ${mostSuppressions}; the rest have no effect`;
    report(file, 'suppressions/invalid', reason, { place });
  }
}

function spansOf(suppressions: readonly Suppression[]): Span[] {
  const spans: Span[] = [];
  const open: Span[] = [];
  for (const from of suppressions) {
    const at = from.place?.end.offset ?? 0;
    const span = (rule: string, start: number, end: number, isWhole: boolean): Span => {
      const made = { rule, from, start, end, isWhole, used: false };
      spans.push(made);
      return made;
    };
    if (from.kind === 'article') {
      for (const rule of from.rules) span(rule, 0, Number.POSITIVE_INFINITY, true);
    } else if (from.kind === 'disable') {
      // What is never enabled again holds for the article as a whole, too.
      for (const rule of from.rules) open.push(span(rule, at, Number.POSITIVE_INFINITY, true));
    } else if (from.kind === 'disable-next') {
      for (const rule of from.rules) span(rule, from.next?.start ?? 0, from.next?.end ?? 0, false);
    } else if (from.kind === 'enable') {
      for (let index = open.length - 1; index >= 0; index--) {
        const each = open[index] as Span;
        const isMeant = from.rules.some(
          (rule) => rule === each.rule || matchesRule(rule, each.rule),
        );
        if (from.rules.length > 0 && !isMeant) continue;
        each.end = from.place?.start.offset ?? each.end;
        each.isWhole = false;
        open.splice(index, 1);
      }
    }
  }
  return spans;
}

/** Where a message begins; undefined where it has no place in the article. */
function offsets(file: VFile): (message: VFileMessage) => number | undefined {
  const places = location(file);
  return ({ line, column, file: path }) => {
    if (line === undefined || (path !== undefined && path !== file.path)) return undefined;
    return places.toOffset({ line, column: column ?? 1 });
  };
}

function reportFaults(file: VFile, suppression: Suppression, catalogue: RuleCatalogue): void {
  const { kind, rules, reason, place } = suppression;
  if (kind === 'unknown') {
    const name = rules[0] as string;
    const isKnown = directiveNames.includes(name);
    const names = directiveNames.map((each) => `copydesk-${each}`);
    report(
      file,
      'suppressions/invalid',
      isKnown
        ? `Unexpected comment copydesk-${name} without a rule, expected one: <!-- copydesk-${name} citations/missing-outlet: reason -->`
        : `Unexpected comment copydesk-${name}, expected one of ${names.join(', ')}.${didYouMean(`copydesk-${name}`, names)}`,
      { place },
    );
    return;
  }
  for (const rule of rules) {
    if (isKnownRule(rule, catalogue)) continue;
    report(
      file,
      'suppressions/unknown-rule',
      `Unexpected rule ${rule}: there is none of this name.${didYouMean(rule, rulePatterns(catalogue))}`,
      { place },
    );
  }
  if (kind !== 'enable' && reason === null) {
    report(
      file,
      'suppressions/missing-reason',
      `Unexpected suppression of ${rules.join(', ')} without a reason, expected one after a colon`,
      { place },
    );
  }
}
