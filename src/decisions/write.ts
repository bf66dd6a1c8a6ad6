/** Writes suggestions into a file of decisions, as comments: everything else in it stays as it is, to the letter. */
import { LineCounter, parse, parseDocument, stringify } from 'yaml';
import type { DecisionKind } from '../model/index.ts';
import { sections } from './read.ts';
import { DecisionsError } from './decisions-error.ts';
import type { Suggestion } from './suggest.ts';

const schemaAddress =
  'https://raw.githubusercontent.com/copydesk/copydesk/main/schemas/decisions.schema.json';

/**
 * A file of decisions with the suggestions that it doesn't hold yet, neither as decisions nor as comments.
 *
 * @param text - The file as it is; undefined where there is none.
 * @param name - Of the file, for messages.
 * @param article - The name of the article, for the first lines of a new file.
 * @returns the new text, and how many suggestions were added.
 * @throws DecisionsError where the file is no YAML.
 */
export function withSuggestions(
  text: string | undefined,
  suggested: readonly Suggestion[],
  name: string,
  article: string,
): { text: string; added: number } {
  const before = text ?? head(article);
  const values = valuesOf(before, name);
  const known = knownKeys(before, values);
  let result = before;
  let added = 0;
  for (const section of sections) {
    const fresh = new Map<string, Suggestion>();
    for (const each of suggested) {
      const key = keyOf(section, valuesIn(each));
      if (each.section === section && !known.has(key)) fresh.set(key, each);
    }
    if (fresh.size === 0) continue;
    added += fresh.size;
    result = insert(result, section, [...fresh.values()]);
  }
  // Only comments were added; should the file be of a form in which they aren't, it is left alone.
  if (JSON.stringify(valuesOf(result, name)) !== JSON.stringify(withEmpty(values, result, name)))
    throw new DecisionsError(
      `${name}: Unexpected form of the file, expected sections as blocks: suggestions can't be added to it`,
    );
  return { text: result, added };
}

function head(article: string): string {
  return [
    `# yaml-language-server: $schema=${schemaAddress}`,
    `# What has been decided about ${article.replace(/[\r\n]+/g, ' ')}. To take up a suggestion, remove its "# " and fill it in.`,
    '',
  ].join('\n');
}

function valuesOf(text: string, name: string): Record<string, unknown> {
  const lines = new LineCounter();
  const document = parseDocument(text, { prettyErrors: false, lineCounter: lines });
  const [fault] = document.errors;
  if (fault) {
    const { line, col } = lines.linePos(fault.pos[0]);
    throw new DecisionsError(`${name}:${line}:${col}: Unexpected YAML: ${fault.message}`);
  }
  return (document.toJS({ maxAliasCount: 100 }) ?? {}) as Record<string, unknown>;
}

/** The values of before, with the empty sections that suggestions were put into. */
function withEmpty(
  values: Record<string, unknown>,
  text: string,
  name: string,
): Record<string, unknown> {
  const now = valuesOf(text, name);
  const added = sections.filter((section) => !(section in values) && section in now);
  return { ...values, ...Object.fromEntries(added.map((section) => [section, null])) };
}

function valuesIn({ entries }: Suggestion): Record<string, unknown> {
  return Object.fromEntries(entries.map(({ key, value }) => [key, value]));
}

/** The same for decisions about the same words; of metadata, about the same field. */
function keyOf(section: DecisionKind, values: Readonly<Record<string, unknown>>): string {
  if (section === 'metadata') return `metadata ${Object.keys(values)[0] ?? ''}`;
  const { quote, after, before, rule } = values;
  return JSON.stringify([section, rule, quote, after, before]);
}

/** What has been decided or suggested before. */
function knownKeys(text: string, values: Readonly<Record<string, unknown>>): Set<string> {
  const keys = new Set<string>();
  for (const section of sections) {
    const own = values[section];
    if (Array.isArray(own)) {
      for (const each of own) if (isMapping(each)) keys.add(keyOf(section, each));
    } else if (isMapping(own))
      for (const key of Object.keys(own)) keys.add(keyOf(section, { [key]: own[key] }));
  }
  let section: DecisionKind | undefined;
  let lines: string[] = [];
  const close = (): void => {
    const found = section && mappingIn(lines);
    if (section && found) keys.add(keyOf(section, found));
    lines = [];
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    const top = /^(["']?)([A-Za-z]+)\1\s*:/.exec(line)?.[2];
    const comment = /^\s*# ?(?!#)(.*)$/.exec(line)?.[1];
    if (top !== undefined) {
      close();
      section = sections.find((each) => each === top);
    } else if (comment === undefined) close();
    else if (section === 'metadata') {
      lines = [comment.trim()];
      close();
    } else if (comment.startsWith('- ')) {
      close();
      lines = [comment];
    } else if (comment.startsWith('  ') && lines.length > 0) lines.push(comment);
    else close();
  }
  close();
  return keys;
}

/** A decision that is commented out. Words of the editor's own are none. */
function mappingIn(lines: readonly string[]): Record<string, unknown> | undefined {
  if (lines.length === 0) return undefined;
  try {
    const found: unknown = parse(lines.join('\n'), { logLevel: 'silent' });
    const [first] = Array.isArray(found) ? (found as unknown[]) : [found];
    return isMapping(first) ? first : undefined;
  } catch {
    return undefined;
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function insert(text: string, section: DecisionKind, suggested: readonly Suggestion[]): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r\n|\n|\r/);
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  const opening = new RegExp(`^(?:"${section}"|'${section}'|${section})\\s*:`);
  const start = lines.findIndex((line) => opening.test(line));
  if (start < 0) {
    const added = [
      ...(lines.length > 0 ? [''] : []),
      `${section}:`,
      ...suggested.flatMap((each) => print(each, '  ')),
    ];
    return [...lines, ...added, ''].join(eol);
  }
  const next = lines.findIndex((line, index) => index > start && /^[^\s#-]/.test(line));
  let end = next < 0 ? lines.length : next;
  // Comments right above the next section belong to it.
  if (next >= 0) while (end > start + 1 && /^(?:#.*)?\s*$/.test(lines[end - 1] as string)) end--;
  const items = lines.slice(start + 1, end);
  const indent =
    /^(\s*)(?:- |\w+:|# )/.exec(
      items.find((line) => /^\s*(?:- |\w+:|# )/.test(line)) ?? '  - ',
    )?.[1] ?? '  ';
  const added = suggested.flatMap((each) => print(each, indent));
  return [...lines.slice(0, end), ...added, ...lines.slice(end), ''].join(eol);
}

function print({ section, why, entries }: Suggestion, indent: string): string[] {
  const lines = entries.map(({ key, value, or }, index) => {
    const dash = section === 'metadata' ? '' : index === 0 ? '- ' : '  ';
    const said = value === undefined ? '' : ` ${scalar(value)}`;
    const others = or === undefined ? '' : ` # or ${oneLine(or)}`;
    return `${indent}# ${dash}${key}:${said}${others}`;
  });
  return [`${indent}## ${oneLine(why)}`, ...lines];
}

function scalar(value: string | boolean): string {
  return stringify(typeof value === 'string' ? oneLine(value) : value, { lineWidth: 0 }).trim();
}

/** On one line, whatever counts as an end of line somewhere. */
function oneLine(text: string): string {
  return text.replace(/[\s\u0085\u2028\u2029]+/g, ' ').trim();
}
