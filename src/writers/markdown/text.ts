import type { Text } from 'mdast';
import { defaultHandlers, type Handle, type Unsafe } from 'mdast-util-to-markdown';

const ascii = 128;
const ampersand = 38;
/** Which characters stand in the text at hand: those with the number of its turn. */
const seen = new Uint32Array(ascii);
let turn = 0;

/**
 * Writes text as mdast-util-to-markdown does, and looks only for what may be in it: that looks for each of some ninety patterns in each
 * text, though most need a character that it doesn't hold, or the beginning of a line.
 */
export const text: Handle = (node: Text, parent, state, info) => {
  const all = state.unsafe;
  state.unsafe = relevant(all, info.before + node.value + info.after);
  const result = defaultHandlers.text(node, parent, state, info);
  state.unsafe = all;
  return result.includes('\\<') ? withReferences(result, info.before) : result;
};

/**
 * Where a bare address is a link, as on GitHub, it goes on to the next space or `<`, and takes the backslash of an escape along: what follows would be
 * a tag. Within a word, which may be such an address, `<` is written as a reference.
 */
function withReferences(markdown: string, before: string): string {
  return markdown.replace(/(?<!\\)\\+</g, (escape, at: number) => {
    const backslashes = escape.length - 1;
    const previous = at === 0 ? before.at(-1) : markdown[at - 1];
    const isApart = backslashes === 1 && (previous === undefined || /\s/.test(previous));
    // Of an even number each backslash is itself escaped.
    return isApart || backslashes % 2 === 0 ? escape : `${'\\'.repeat(backslashes - 1)}&lt;`;
  });
}

/**
 * Where an ampersand begins what would be read as a character. To mdast-util-to-markdown each does that a letter follows, but `R&D` needs no
 * escape. At the end of a text the rest of the reference may follow in the next.
 */
const reference: Unsafe = {
  character: '&',
  after: '(?:#(?:[\\dxX]|$)|[A-Za-z][A-Za-z\\d]{0,31}(?:;|$))',
  inConstruct: 'phrasing',
};

function relevant(patterns: readonly Unsafe[], value: string): Unsafe[] {
  turn++;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code < ascii) seen[code] = turn;
  }
  const hasBreak = seen[10] === turn || seen[13] === turn;
  const wanted = patterns.filter(({ character, atBreak }) => {
    if (atBreak === true && !hasBreak) return false;
    const code = character.charCodeAt(0);
    return code >= ascii || seen[code] === turn;
  });
  return seen[ampersand] === turn
    ? wanted.map((each) => (each.character === '&' ? reference : each))
    : wanted;
}
