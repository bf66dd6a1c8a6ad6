/** Longest bracket, in characters, that keeps a sentence together: a bracket that was never closed must not swallow the text. */
const longest = 600;

const marks = /[()[\]{}（）「」『』【】]/g;
const closing: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '}': '{',
  '）': '（',
  '」': '「',
  '』': '『',
  '】': '【',
};

/**
 * The outermost pairs of brackets, in order: offsets of the opening and of the closing mark. Closing marks without an opening
 * one (list numbers, smileys) and pairs too far apart are none.
 */
export function bracketed(text: string): { start: number; end: number }[] {
  const result: { start: number; end: number }[] = [];
  const open: { mark: string; at: number }[] = [];
  marks.lastIndex = 0;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    const mark = match[0];
    const at = match.index;
    while (open.length > 0 && at - (open[0] as { at: number }).at > longest) open.shift();
    const wanted = closing[mark];
    if (wanted === undefined) {
      open.push({ mark, at });
      continue;
    }
    let depth = open.length - 1;
    while (depth >= 0 && open[depth]?.mark !== wanted) depth--;
    if (depth < 0) continue;
    const start = (open[depth] as { at: number }).at;
    open.length = depth;
    while (result.length > 0 && (result.at(-1) as { start: number }).start > start) result.pop();
    result.push({ start, end: at });
  }
  return result;
}
