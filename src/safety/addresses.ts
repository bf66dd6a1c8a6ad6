import type { Definition, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { VFile } from 'vfile';
import { report, type Masthead } from '../model/index.ts';
import { isRunning, isSafeImage, isSafeLink, isWebAddress, linkSchemes } from '../text/address.ts';
import { shorten } from './shorten.ts';
import { everyNode } from './every-node.ts';

const expected = linkSchemes.map((scheme) => `${scheme}:`).join(', ');

/**
 * Reports each link and image whose address the page can't have. One that could run code is taken out of the tree, so that no output
 * has it; its words stay.
 */
export function checkAddresses(tree: Root, file: VFile): void {
  const definitions = unsafeDefinitions(tree);
  const changed = new Set<Parents>();
  everyNode(tree, (node, parent) => {
    if ('url' in node) node.url = withoutAngles(node.url);
    const image = node.type === 'image' || node.type === 'imageReference';
    const url = addressOf(node, definitions);
    if (url === undefined || (image ? isSafeImage(url) : isSafeLink(url))) return;
    report(
      file,
      'html/unsafe-link',
      `Unexpected address ${shorten(url)} of ${image ? 'an image' : 'a link'}, expected ${
        image ? 'http:, https:, an image as data:' : expected
      } or an address without a scheme`,
      {
        place: node,
        note: isRunning(url)
          ? 'The words stay; no output has the address.'
          : 'The words stay; the page does not have the address.',
      },
    );
    if (isRunning(url) && parent) changed.add(parent);
  });
  if (changed.size === 0) return;
  for (const parent of changed) {
    parent.children = (parent.children as PhrasingContent[]).flatMap((node) => {
      const url = addressOf(node, definitions);
      if (url === undefined || !isRunning(url)) return [node];
      const image = node.type === 'image' || node.type === 'imageReference';
      if (image && isSafeImage(url)) return [node];
      return wordsOf(node);
    }) as typeof parent.children;
  }
  everyNode(tree, (node) => {
    if (!('children' in node)) return;
    if (node.children.some(isRunningDefinition))
      node.children = node.children.filter(
        (child) => !isRunningDefinition(child),
      ) as typeof node.children;
  });
}

/**
 * No address has these as they are. Markdown that begins one with them would be raw HTML to a reader of it: `[a](<script>)`.
 */
function withoutAngles(url: string): string {
  return url.replaceAll('<', '%3C').replaceAll('>', '%3E');
}

/** What is known by reference, where a page can't have its address. The first definition of a name counts. */
function unsafeDefinitions(tree: Root): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  everyNode(tree, (node) => {
    if (node.type === 'definition' && !first.has(node.identifier))
      first.set(node.identifier, node.url);
  });
  return first;
}

function addressOf(node: Nodes, definitions: ReadonlyMap<string, string>): string | undefined {
  if (node.type === 'link' || node.type === 'image') return node.url;
  if (node.type === 'linkReference' || node.type === 'imageReference')
    return definitions.get(node.identifier);
  return undefined;
}

function isRunningDefinition(node: Nodes): node is Definition {
  return node.type === 'definition' && isRunning(node.url) && !isSafeImage(node.url);
}

function wordsOf(node: PhrasingContent): PhrasingContent[] {
  if ('children' in node) return node.children;
  const alt = 'alt' in node ? node.alt : undefined;
  if (!alt) return [];
  return [{ type: 'text', value: alt, ...(node.position ? { position: node.position } : {}) }];
}

/** Addresses in what is known of the article: of those that could run code none is handed on. */
export function checkData(tree: Root, file: VFile): void {
  const { masthead, stated, entities, citations } = file.data;
  const told = new Set<string>();
  const lost = (url: string, what: string): void => {
    if (told.has(url)) return;
    told.add(url);
    report(file, 'html/unsafe-link', `Unexpected address ${shorten(url)} of ${what}, expected http: or https:`); // prettier-ignore
  };
  for (const data of [masthead, stated]) {
    if (data?.url == null || isWebAddress(data.url)) continue;
    if (data === masthead) lost(data.url, 'the article');
    if (data === masthead) masthead.url = null;
    else delete data.url;
  }
  const masts = tree.children.filter((node): node is Masthead => node.type === 'masthead');
  const captions = masts.flatMap(({ children }) => children.flatMap(({ data }) => data?.image ?? [])); // prettier-ignore
  for (const image of new Set([...captions, ...(stated?.images ?? [])])) {
    if (image.src !== undefined) image.src = withoutAngles(image.src);
    if (image.src === undefined || isSafeImage(image.src)) continue;
    lost(image.src, 'a picture');
    delete image.src;
  }
  for (const entity of entities ?? []) {
    const safe = entity.sameAs.filter(isWebAddress);
    if (safe.length === entity.sameAs.length) continue;
    for (const url of entity.sameAs) if (!isWebAddress(url)) lost(url, entity.name);
    entity.sameAs = safe;
  }
  for (const item of (citations ?? []).flatMap(({ items }) => items)) {
    if (item.URL === undefined || isWebAddress(item.URL)) continue;
    lost(item.URL, 'a source');
    delete item.URL;
  }
}
