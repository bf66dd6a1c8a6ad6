/**
 * Takes out what shows nothing: comments, elements whose content isn't shown, and those of running text that hold nothing. Rows of them cost
 * what squeezes white space time that grows with the square of their number, since it looks past them for the next word, from each.
 */
import type { ElementContent, Parents, Root } from 'hast';

/** Elements that show something, or part what stands around them, although they hold nothing. */
const showing = new Set(
  (
    'address article aside audio blockquote body br button canvas caption center col colgroup dd details dialog dir div dl dt embed ' +
    'fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input legend li listing main ' +
    'math menu nav object ol optgroup option p picture plaintext pre section select summary svg table tbody td textarea tfoot th ' +
    'thead tr ul video wbr xmp'
  ).split(' '),
);

/** Elements whose content isn't shown, and which have been read by now. */
const unseen = new Set(
  'area base basefont datalist link meta noembed noframes param script source style template title track'.split(
    ' ',
  ),
);

export function removeNothing(tree: Root): void {
  const parents: Parents[] = [tree];
  for (const parent of parents) {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      parents.push(child);
      // Its words are kept, and looked past like what isn't shown.
      if (child.tagName === 'rp') child.tagName = 'span';
    }
  }
  // From the leaves up: what held nothing but such elements holds nothing then.
  for (const parent of parents.reverse()) {
    const kept = (parent.children as ElementContent[]).filter((child) => !isNothing(child));
    if (kept.length < parent.children.length) parent.children = kept;
  }
}

function isNothing(node: ElementContent): boolean {
  if (node.type === 'comment') return true;
  if (node.type !== 'element') return false;
  if (unseen.has(node.tagName)) return true;
  return (
    node.children.length === 0 &&
    !showing.has(node.tagName) &&
    // What earlier steps have marked has a meaning of its own.
    !Object.keys(node.properties).some((name) => name.startsWith('data'))
  );
}
