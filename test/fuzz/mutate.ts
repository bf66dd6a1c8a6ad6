/** Changes an article at random: bytes, lines, tokens, pieces of other articles, encodings. */
import { randomNumbers } from '../../bench/articles.ts';
import type { Seed } from './corpus.ts';
import { tokens } from './tokens.ts';

export class Mutator {
  readonly #next: () => number;
  readonly #seeds: readonly Seed[];

  constructor(seed: number, seeds: readonly Seed[]) {
    this.#next = randomNumbers(seed);
    this.#seeds = seeds;
  }

  /** One article, changed a few times. */
  make(): Seed {
    const { extension, value } = this.#pick(this.#seeds);
    const rounds = 1 + Math.floor(this.#next() * 6);
    if (extension === '.docx') return { extension, value: this.#bytes(value, rounds) };
    let text = Buffer.from(value).toString('utf8');
    for (let round = 0; round < rounds; round++) text = this.#change(text);
    return {
      extension: this.#below(12) === 0 ? this.#pick(endings) : extension,
      value: this.#encode(text),
    };
  }

  #change(text: string): string {
    const at = this.#below(text.length + 1);
    const to = Math.min(text.length, at + this.#length());
    switch (this.#below(9)) {
      case 0:
        return text.slice(0, at) + text.slice(to);
      case 1:
        return text.slice(0, to) + text.slice(at);
      case 2:
        return text.slice(0, at) + this.#pick(tokens) + text.slice(at);
      case 3:
        return text.slice(0, at) + this.#pick(tokens).repeat(1 + this.#below(12)) + text.slice(at);
      case 4:
        return text.slice(0, at) + this.#piece() + text.slice(to);
      case 5:
        return this.#lines(text);
      case 6: {
        const other = this.#piece();
        return text.slice(0, at) + other;
      }
      case 7:
        return text.replaceAll(this.#pick(['\n', ' ', '. ', '"', ', ']), this.#pick(tokens));
      default:
        return (
          text.slice(0, at) +
          this.#pick(tokens) +
          text.slice(at, to) +
          this.#pick(tokens) +
          text.slice(to)
        );
    }
  }

  #lines(text: string): string {
    const lines = text.split('\n');
    const from = this.#below(lines.length);
    const [line = ''] = lines.splice(from, 1);
    const to = this.#below(lines.length + 1);
    lines.splice(
      to,
      0,
      this.#below(2) === 0 ? line : this.#pick(['> ', '- ', '    ', '# ', '']) + line,
    );
    return lines.join(this.#below(8) === 0 ? '\r\n' : '\n');
  }

  /** A part of another article. */
  #piece(): string {
    const text = Buffer.from(
      this.#pick(this.#seeds.filter(({ extension }) => extension !== '.docx')).value,
    ).toString('utf8');
    const at = this.#below(text.length);
    return text.slice(at, at + this.#length() * 4);
  }

  #encode(text: string): Uint8Array {
    switch (this.#below(14)) {
      case 0:
        return Buffer.from(text, 'utf16le');
      case 1:
        return Buffer.from(text, 'latin1');
      case 2:
        return this.#bytes(Buffer.from(text), 2);
      default:
        return Buffer.from(text);
    }
  }

  #bytes(value: Uint8Array, rounds: number): Uint8Array {
    const bytes = Uint8Array.from(value);
    for (let round = 0; round < rounds && bytes.length > 0; round++)
      bytes[this.#below(bytes.length)] = this.#below(256);
    return bytes;
  }

  #length(): number {
    return Math.floor(this.#next() ** 3 * 200);
  }

  #below(most: number): number {
    return Math.floor(this.#next() * most);
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[this.#below(items.length)] as Item;
  }
}

const endings = ['.txt', '.md', '.html'];
