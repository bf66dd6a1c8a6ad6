import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Html, Root } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../model/index.ts';
import { isSafeImage, isSafeLink } from '../text/address.ts';
import { eachNode } from '../text/index.ts';
import { shorten } from './shorten.ts';

/** Elements of raw HTML that the page leaves out; those that only frame words leave these. */
const leftOut =
  /<(script|style|iframe|frame|frameset|object|embed|applet|form|input|button|select|textarea|svg|math|audio|video|canvas|link|meta|base|template|portal)(?=[\s/>])/gi;
const attribute = /[\s"'/](href|src)\s{0,20}=\s{0,20}("[^"]*"|'[^']*'|[^\s"'>]+)/gi;
const reference = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z][a-z0-9]{0,30}));?/gi;

/** Reports what raw HTML has that the page won't: the page is made later, when messages are told already. */
export function reportMarkup(tree: Root, file: VFile): void {
  eachNode<Html>(tree, 'html', (node) => {
    const names = new Set([...node.value.matchAll(leftOut)].map(([, name = '']) => name.toLowerCase())); // prettier-ignore
    if (names.size > 0) {
      const list = [...names].map((name) => `<${name}>`).join(', ');
      report(
        file,
        'html/left-out',
        `Unexpected ${list} in the text, expected elements of an article: the page leaves ${names.size === 1 ? 'it' : 'them'} out`,
        { place: node },
      );
    }
    for (const [, name = '', quoted = ''] of node.value.matchAll(attribute)) {
      const address = decoded(quoted.replace(/^["']|["']$/g, ''));
      if (name.toLowerCase() === 'src' ? isSafeImage(address) : isSafeLink(address)) continue;
      report(
        file,
        'html/unsafe-link',
        `Unexpected address ${shorten(address)} in raw HTML, expected one that may stand in a page`,
        { place: node, note: 'The words stay; the page does not have the address.' },
      );
    }
  });
}

function decoded(value: string): string {
  return value.replace(reference, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
