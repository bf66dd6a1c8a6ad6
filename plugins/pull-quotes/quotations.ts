/**
 * Finds what stands in quotation marks within a block: English, French and German pairs, and straight marks. A quotation
 * that is not closed runs to the end of its block, as printers have it where the next paragraph opens it again.
 */
export interface Quotation {
  /** Offset of the opening mark. */
  start: number;
  /** Offset after the closing mark; the end of the block where none stands. */
  end: number;
  closed: boolean;
}

const mark = /["“”„«»「」‘’']/g;

const closingOf: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '「': '」',
  '‘': '’',
  "'": "'",
};

/** The outermost quotations of a text, in order. One pass. */
export function quotations(text: string): Quotation[] {
  const result: Quotation[] = [];
  let open: { start: number; closing: string; single: boolean } | undefined;
  mark.lastIndex = 0;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const at = match.index;
    const character = match[0];
    if (open) {
      if (open.closing.includes(character) && closes(text, at, open.single)) {
        result.push({ start: open.start, end: at + 1, closed: true });
        open = undefined;
      } else if (open.single && character !== '’' && character !== "'" && opens(text, at)) {
        // A single mark that never closed was an apostrophe.
        open = { start: at, closing: closingOf[character] ?? '', single: false };
      }
      continue;
    }
    const closing = closingOf[character];
    if (closing === undefined || !opens(text, at)) continue;
    const single = character === '‘' || character === "'";
    open = { start: at, closing, single };
  }
  if (open && !open.single) result.push({ start: open.start, end: text.length, closed: false });
  return result;
}

/** At a word's start, after a space, a bracket or a dash. */
function opens(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text[at + 1];
  return (
    (before === undefined || /[\s([{—–:-]/.test(before)) &&
    after !== undefined &&
    !/[,.;)]/.test(after)
  );
}

/** At a word's end. A single mark closes only after punctuation, else it may be a plural's apostrophe. */
function closes(text: string, at: number, single: boolean): boolean {
  const after = text[at + 1];
  if (after !== undefined && /[\p{L}\p{N}]/u.test(after)) return false;
  return !single || /[.,!?…]/.test(text[at - 1] ?? '');
}

/** The mark that closes what another opens. */
export function closingMark(opening: string): string {
  return closingOf[opening]?.[0] ?? opening;
}
