/** What stands around a citation: the sentence, titles, marks, links and code. */
import { firstEndingAfter } from '../../../src/text/index.ts';
import type { Link } from 'mdast';
import type { Range, Span, TextView } from '../../../src/text/index.ts';
import type { Found } from '../model.ts';
import { overlapsAny } from '../ranges.ts';

export class Surroundings {
  readonly text: string;
  readonly links: readonly Span<Link>[];
  readonly #emphasis: readonly Range[];
  readonly #code: readonly Range[];
  readonly #marks: ReadonlySet<number>;
  /** Where something stands that has no text, in order. */
  readonly #solid: readonly Range[];

  constructor(view: TextView) {
    this.text = view.text;
    this.links = view.spans('link');
    this.#emphasis = outermost(view.spans('emphasis'));
    this.#code = view.spans('inlineCode').map(({ start, end }) => ({ start, end }));
    this.#marks = new Set(view.spans('footnoteReference').map(({ start }) => start));
    this.#solid = view.spans('footnoteReference', 'image', 'imageReference');
  }

  /** Whether the sentence or the clause ends here, or another bracket follows. */
  isFinal(end: number): boolean {
    return /^[\s”’"')\]]*(?:$|[.,;:!?…—–([])/u.test(this.text.slice(end, end + 6));
  }

  /** Whether a title in italics or in quotation marks stands right before. */
  followsTitle(start: number): boolean {
    const end = this.text.slice(0, start).trimEnd().length;
    if (end > 0 && this.#emphasis[firstEndingAfter(this.#emphasis, end - 1)]?.end === end)
      return true;
    const last = this.text[end - 1];
    if (last !== '”' && last !== '"' && last !== '’' && last !== '»') return false;
    const quoted = /[“"‘«]([^“”"«»]{2,60})[”"’»]$/.exec(
      this.text.slice(Math.max(0, end - 64), end),
    );
    // A quotation is a sentence or the end of one; a title has capitals.
    if (!quoted) return false;
    const words = (quoted[1] as string).split(/\s+/);
    const capitals = words.filter((word) => /^[\p{Lu}\d]/u.test(word)).length;
    return capitals * 2 >= words.length;
  }

  afterCapital(start: number): boolean {
    const before = this.text.slice(Math.max(0, start - 40), start).trimEnd();
    return /(?<![.!?]\s)(?:^|\s)\p{Lu}[\p{L}’'-]*$/u.test(before);
  }

  /** Whether a footnote mark stands right behind: then it has its note already. */
  isMarked(found: Found): boolean {
    if (found.stays === 'url-list') return false;
    // A bracket becomes a note all the same; an address that stands bare has its note.
    const isBare = found.kind === 'url' && !/[([]/.test(this.text[found.start] ?? '');
    if (
      !isBare &&
      found.remove.start < found.remove.end &&
      found.remove.end === found.end &&
      found.remove.start === found.start
    )
      return false;
    // No mark stands in a link.
    const link = this.links[firstEndingAfter(this.links, found.start)];
    if (link && link.start < found.end && this.#marks.has(link.end)) return true;
    let at = found.end;
    for (let guard = 0; guard < 6; guard++) {
      if (this.#marks.has(at) || this.#isMarkedBehindLink(at)) return true;
      if (!/[.,;:!?…”’"'»]/.test(this.text[at] ?? ' ')) return false;
      at++;
    }
    return false;
  }

  /** Whether an offset stands within a link that has its mark behind it. */
  #isMarkedBehindLink(at: number): boolean {
    const link = this.links[firstEndingAfter(this.links, at)];
    return link !== undefined && link.start < at && this.#marks.has(link.end);
  }

  /** Whether a footnote mark or an image stands within: it would be lost, or the words on both sides of it were never one citation. */
  isDivided({ start, end }: Found): boolean {
    const within = this.#solid[firstEndingAfter(this.#solid, start)];
    return within !== undefined && within.start < end;
  }

  /** "Reporting by …", "Photo: …" and the dateline's agency. */
  isCredit(found: Found): boolean {
    const before = this.text.slice(Math.max(0, found.start - 30), found.start);
    const opens = this.text.slice(found.start + 1, found.start + 30).toLowerCase();
    if (
      /^\s*(?:photos?|photograph|image|picture|credit|illustration|graphic|courtesy|file|reporting|editing|writing|additional|pictured|map|chart|getty)\b/.test(
        opens,
      )
    )
      return true;
    if (/\b(?:photo|image|credit|caption)s?:?\s*$/i.test(before)) return true;
    const after = this.text.slice(found.end, found.end + 4);
    return (
      found.start < 80 &&
      /^\s(?:—|–|--|-\s)/.test(after) &&
      /^[\p{Lu}\s,.]+$/u.test(this.text.slice(0, found.start))
    );
  }

  /** "([Diário do Vale, 4 May 1909](https://…))": the link says that it is a source. */
  isOneLink({ start, end }: Found): boolean {
    const link = this.links[firstEndingAfter(this.links, start + 1)];
    return (
      link !== undefined &&
      /^https?:/.test(link.node.url) &&
      link.start === start + 1 &&
      link.end === end - 1
    );
  }

  isEmphasised(start: number, end: number): boolean {
    const around = this.#emphasis[firstEndingAfter(this.#emphasis, start)];
    return around !== undefined && around.start <= start && around.end >= end;
  }

  overlapsEmphasis(start: number, end: number): boolean {
    return overlapsAny(this.#emphasis, { start, end });
  }

  inCode(range: { start: number; end: number }): boolean {
    return overlapsAny(this.#code, range);
  }
}

/** Nodes of a kind may stand in each other: the outer ones. */
function outermost(spans: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const { start, end } of spans)
    if (start >= (result.at(-1)?.end ?? 0)) result.push({ start, end });
  return result;
}
