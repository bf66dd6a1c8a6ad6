import type { Text } from 'mdast';
import { defaultHandlers, type Handle, type Unsafe } from 'mdast-util-to-markdown';

/** Writes text as mdast-util-to-markdown does, but for `&` and `<`, of which it escapes too many and in one place too few. */
export const text: Handle = (node: Text, parent, state, info) => {
  const all = state.unsafe;
  if (node.value.includes('&')) state.unsafe = all.map(withReference);
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

function withReference(pattern: Unsafe): Unsafe {
  return pattern.character === '&' ? reference : pattern;
}
