import {
  LineCounter,
  parseDocument,
  isMap,
  isNode,
  isScalar,
  type Document,
  type Node,
} from 'yaml';
import { ConfigError, type ConfigPlace } from './config-error.ts';

/** Keys and indices that lead to a value of a document. */
export type ValuePath = readonly (string | number)[];

/** A path as it is printed: `plugins[0].citations.style`. */
export function pathName(path: ValuePath): string {
  return stepsOf(path).replace(/^\./, '');
}

function stepsOf(path: ValuePath): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
}

/** A YAML file with the places of its values, for messages that say where. */
export class ConfigSource {
  readonly #file: string | undefined;
  readonly #text: string;
  readonly #lines = new LineCounter();
  readonly #document: Document | undefined;

  /** A configuration that was given as an object has no places: messages name the key instead. */
  constructor(file?: string, text = '') {
    this.#file = file;
    this.#text = text;
    if (file === undefined) return;
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
  }

  /**
   * The values of the file; an empty file has none.
   *
   * @throws ConfigError where it is not YAML.
   */
  values(): unknown {
    const fault = this.#document?.errors[0];
    if (fault)
      throw new ConfigError(
        `Unexpected YAML: ${fault.message}`,
        this.#at(fault.pos[0], fault.pos[1]),
      );
    return this.#document?.toJS({ maxAliasCount: 100 }) ?? {};
  }

  /** An error about a value, or about its key. */
  error(reason: string, path: ValuePath, about: 'key' | 'value' = 'value'): ConfigError {
    if (!this.#document) {
      return new ConfigError(path.length > 0 ? `config${stepsOf(path)}: ${reason}` : reason);
    }
    const range = this.#rangeOf(path, about);
    return new ConfigError(reason, range ? this.#at(range[0], range[1]) : { file: this.#file });
  }

  /** Where a value stands, from 1; undefined where the values were given as an object. */
  placeOf(path: ValuePath): { line: number; column: number } | undefined {
    const range = this.#document && this.#rangeOf(path, 'value');
    if (!range) return undefined;
    const { line, col } = this.#lines.linePos(range[0]);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  #rangeOf(path: ValuePath, about: 'key' | 'value'): readonly [number, number] | undefined {
    const document = this.#document as Document;
    let node: Node | null = document.contents as Node | null;
    let found = node;
    for (const [index, step] of path.entries()) {
      if (about === 'key' && index === path.length - 1 && isMap(node)) {
        const pair = node.items.find(
          ({ key }) => isScalar(key) && String(key.value) === String(step),
        );
        if (pair && isNode(pair.key)) found = pair.key as Node;
        break;
      }
      const next: unknown = (
        node as { get?: (key: unknown, keep: boolean) => unknown } | null
      )?.get?.(step, true);
      if (!isNode(next)) break;
      node = next as Node;
      found = node;
    }
    const range = found?.range;
    return range ? [range[0], range[1]] : undefined;
  }

  #at(start: number, end: number): ConfigPlace {
    const { line, col } = this.#lines.linePos(start);
    return {
      file: this.#file,
      line,
      column: col,
      frame: frameOf(this.#text, line, col, end - start),
    };
  }
}

/** The line at fault and its neighbours, with line numbers and a caret. */
export function frameOf(text: string, line: number, column: number, length: number): string {
  const lines = text.split(/\r\n|\n|\r/);
  const first = Math.max(1, line - 2);
  const last = Math.min(lines.length, line + 1);
  const width = String(last).length;
  const result: string[] = [];
  for (let number = first; number <= last; number++) {
    const content = lines[number - 1] ?? '';
    const marker = number === line ? '>' : ' ';
    result.push(`${marker} ${String(number).padStart(width)} | ${content}`.trimEnd());
    if (number === line) {
      const room = Math.max(1, content.length - column + 1);
      const carets = '^'.repeat(Math.max(1, Math.min(length, room)));
      result.push(`  ${' '.repeat(width)} | ${' '.repeat(column - 1)}${carets}`);
    }
  }
  return result.join('\n');
}
