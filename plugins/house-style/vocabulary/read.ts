/** Reads vocabularies: YAML in which each rule says what kind of rule it extends. */
import { readFileSync } from 'node:fs';
import { Document, LineCounter, parseDocument } from 'yaml';
import { foldCase, normalise } from '../matching/fold.ts';
import { Pattern, PatternError } from '../matching/pattern.ts';
import { cases, defaultScope, kinds, scopes, type Rule, type RuleKind, type Term } from './rule.ts';
import { VocabularyError, VocabularySource } from './source.ts';

/** Keys that any rule may have. */
const sharedKeys = [
  'extends',
  'level',
  'message',
  'ignorecase',
  'scope',
  'quotations',
  'exceptions',
];
const ownKeys: Readonly<Record<RuleKind, readonly string[]>> = {
  existence: ['tokens'],
  substitution: ['swap'],
  consistency: ['either'],
  capitalization: ['match', 'terms'],
  acronym: ['define'],
  repetition: [],
};

/** @throws VocabularyError where the file can't be read or a rule in it is at fault, with file, line and column. */
export function readVocabulary(file: string): Rule[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new VocabularyError(`Unexpected vocabulary: ${(error as Error).message}`, file);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const source = new VocabularySource(document, file, lines);
  const [fault] = document.errors;
  if (fault) {
    throw new VocabularyError(
      `Unexpected YAML: ${fault.message}`,
      file,
      lines.linePos(fault.pos[0]),
    );
  }
  return document.contents === null ? [] : toRules(document.contents, source);
}

/** @throws VocabularyError where a rule is at fault. */
export function rulesOfObject(rules: Readonly<Record<string, unknown>>): Rule[] {
  const document = new Document(rules, { aliasDuplicateObjects: false });
  return toRules(document.contents, new VocabularySource(document));
}

function toRules(node: unknown, source: VocabularySource): Rule[] {
  return source
    .entries(node, 'the vocabulary')
    .map(({ key, keyNode, value }) => toRule(key, keyNode, value, source));
}

function toRule(name: string, nameNode: unknown, node: unknown, source: VocabularySource): Rule {
  const given = new Map<string, unknown>();
  const entries = source.entries(node, `rule "${name}"`);
  for (const { key, value } of entries) given.set(key, value);
  const ways = `expected one of ${kinds.join(', ')}`;
  if (!given.has('extends'))
    source.fail(`Missing key "extends" of rule "${name}", ${ways}`, nameNode);
  const kind = source.word(given.get('extends'), `"extends" of rule "${name}"`, kinds);
  const known = [...sharedKeys, ...ownKeys[kind]];
  for (const { key, keyNode } of entries) {
    if (!known.includes(key)) {
      source.fail(
        `Unexpected key "${key}" of rule "${name}", expected one of ${known.join(', ')}`,
        keyNode,
      );
    }
  }
  const read = <Value>(
    key: string,
    fallback: Value,
    reader: (node: unknown, name: string) => Value,
  ) => (given.has(key) ? reader(given.get(key), `"${key}" of rule "${name}"`) : fallback);
  const ignoreCase = read('ignorecase', true, (value, label) => source.bool(value, label));
  const rule: Rule = {
    name,
    kind,
    level: read('level', 'warning', (value, label) =>
      source.word(value, label, ['error', 'warning', 'info'] as const),
    ),
    message: read<string | undefined>('message', undefined, (value, label) =>
      source.text(value, label),
    ),
    ignoreCase,
    scope: new Set(
      read('scope', defaultScope[kind], (value, label) =>
        source.items(value, label).map((item) => source.word(item, label, scopes)),
      ),
    ),
    quotations: read<boolean | undefined>('quotations', undefined, (value, label) =>
      source.bool(value, label),
    ),
    exceptions: read<string[]>('exceptions', [], (value, label) => source.texts(value, label)),
    terms: toTerms(kind, given, name, ignoreCase, source),
    match: read('match', undefined, (value, label) => source.word(value, label, cases)),
    define: new Map(
      read<[string, string][]>('define', [], (value, label) =>
        source
          .entries(value, label)
          .map((entry): [string, string] => [entry.key, source.text(entry.value, label)]),
      ),
    ),
  };
  const [needed] = ownKeys[kind];
  const isEmpty = rule.terms.length === 0 && rule.match === undefined;
  if (isEmpty && kind !== 'acronym' && kind !== 'repetition') {
    source.fail(`Missing key "${needed}" of rule "${name}"`, nameNode);
  }
  return rule;
}

function toTerms(
  kind: RuleKind,
  given: ReadonlyMap<string, unknown>,
  name: string,
  ignoreCase: boolean,
  source: VocabularySource,
): Term[] {
  const term = (
    node: unknown,
    text: string,
    expected: readonly string[],
    pair?: Term['pair'],
  ): Term => {
    const pattern = toPattern(text, node, ignoreCase, source);
    if (text.trim() === '') source.fail(`Unexpected empty text in rule "${name}"`, node);
    return { text, expected, ...(pattern ? { pattern } : {}), ...(pair ? { pair } : {}) };
  };
  const label = (key: string): string => `"${key}" of rule "${name}"`;
  if (kind === 'existence' && given.has('tokens')) {
    return source
      .items(given.get('tokens'), label('tokens'))
      .map((node) => term(node, source.text(node, label('tokens')), []));
  }
  if (kind === 'capitalization' && given.has('terms')) {
    return source.items(given.get('terms'), label('terms')).map((node) => {
      const text = source.text(node, label('terms'));
      return term(node, text, [text]);
    });
  }
  if (kind === 'substitution' && given.has('swap')) {
    return source
      .entries(given.get('swap'), label('swap'))
      .map(({ key, keyNode, value }) => term(keyNode, key, source.texts(value, label('swap'))));
  }
  if (kind === 'consistency' && given.has('either')) {
    return source
      .entries(given.get('either'), label('either'))
      .flatMap(({ key, keyNode, value }, id) => {
        const other = source.text(value, label('either'));
        return [
          term(keyNode, key, [other], { id, side: 0 }),
          term(value, other, [key], { id, side: 1 }),
        ];
      });
  }
  return [];
}

/** A text between slashes is a pattern. */
function toPattern(
  text: string,
  node: unknown,
  ignoreCase: boolean,
  source: VocabularySource,
): Pattern | undefined {
  if (text.length < 3 || !text.startsWith('/') || !text.endsWith('/')) return undefined;
  const inner = normalise(text.slice(1, -1));
  try {
    return new Pattern(inner, ignoreCase);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return source.fail(`${error.message}, in the pattern ${text}`, node, error.at + 1);
  }
}

/** A term as the texts are folded that it is looked for in. */
export function foldTerm(text: string, ignoreCase: boolean): string {
  const normal = normalise(text);
  return ignoreCase ? foldCase(normal) : normal;
}
