import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Document,
  type LineCounter,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';

/** A vocabulary is at fault; the message begins with file, line and column where these are known. */
export class VocabularyError extends Error {
  constructor(reason: string, file?: string, place?: { line: number; col: number }) {
    const position = place ? `:${place.line}:${place.col}` : '';
    super(file === undefined ? reason : `${file}${position}: ${reason}`);
    this.name = 'VocabularyError';
  }
}

/** Reads values of a YAML file, and tells what is wrong with them, and where. A vocabulary that was given as an object has no places. */
export class VocabularySource {
  readonly #document: Document;
  readonly #file: string | undefined;
  readonly #lines: LineCounter | undefined;

  constructor(document: Document | Document.Parsed, file?: string, lines?: LineCounter) {
    this.#document = document as Document;
    this.#file = file;
    this.#lines = lines;
  }

  /** @throws VocabularyError always. */
  fail(reason: string, node?: unknown, offset = 0): never {
    const start = (node as Node | undefined)?.range?.[0];
    const place = start === undefined ? undefined : this.#lines?.linePos(start + offset);
    throw new VocabularyError(reason, this.#file, place);
  }

  /** What a name such as `*shared` stands for. */
  #resolved(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.#document) : node;
  }

  /** The entries of a mapping, keys as text. */
  entries(given: unknown, name: string): { key: string; keyNode: unknown; value: unknown }[] {
    const node = this.#resolved(given);
    if (!isMap(node))
      return this.fail(`Unexpected ${kindOf(node)} as ${name}, expected a mapping`, node);
    return (node as YAMLMap).items.map(({ key, value }: Pair) => ({
      key: this.text(key, `a key of ${name}`),
      keyNode: key,
      value,
    }));
  }

  /** The nodes of a list; a single value is a list of one. */
  items(given: unknown, name: string): unknown[] {
    const node = this.#resolved(given);
    if (isSeq(node)) return node.items;
    if (isScalar(node) && node.value !== null) return [node];
    return this.fail(`Unexpected ${kindOf(node)} as ${name}, expected a list`, node);
  }

  /** A text. Numbers and the words that YAML takes for others are texts as they are written. */
  text(given: unknown, name: string): string {
    const node = this.#resolved(given);
    if (isScalar(node)) {
      const { value, source } = node;
      if (typeof value === 'string') return value;
      if (value !== null && value !== undefined && source !== undefined) return source;
      if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    }
    return this.fail(`Unexpected ${kindOf(node)} as ${name}, expected a text`, node);
  }

  texts(node: unknown, name: string): string[] {
    return this.items(node, name).map((item) => this.text(item, `${name}`));
  }

  bool(given: unknown, name: string): boolean {
    const node = this.#resolved(given);
    if (isScalar(node) && typeof node.value === 'boolean') return node.value;
    return this.fail(`Unexpected ${kindOf(node)} as ${name}, expected true or false`, node);
  }

  /** One of a few words. */
  word<Word extends string>(node: unknown, name: string, words: readonly Word[]): Word {
    const text = this.text(node, name);
    if ((words as readonly string[]).includes(text)) return text as Word;
    return this.fail(
      `Unexpected value "${text}" of ${name}, expected one of ${words.join(', ')}`,
      node,
    );
  }
}

function kindOf(node: unknown): string {
  if (isMap(node)) return 'mapping';
  if (isSeq(node)) return 'list';
  if (isScalar(node) && node.value !== null) return `value ${String(node.value)}`;
  return 'nothing';
}
