/** Fields of forms that Word calls content controls. */
import { child, descendant, flag, valueOf, type XmlElement } from './xml.ts';

/** What stands in a content control; `prompt` says that it is Word's own "Click here to enter text". */
export interface Control {
  content: XmlElement | undefined;
  kind: 'text' | 'prompt' | 'contents';
}

/** What those are called that are no text. */
export const leftOutControls = {
  prompt: 'prompt of an empty field',
  contents: 'table of contents',
} as const;

export function readControl(element: XmlElement): Control {
  const properties = child(element, 'w:sdtPr');
  const content = child(element, 'w:sdtContent');
  const gallery = valueOf(child(properties, 'w:docPartObj'), 'w:docPartGallery') ?? '';
  if (/^table of contents$/i.test(gallery)) return { content, kind: 'contents' };
  const isPrompt =
    content !== undefined && flag(properties, 'w:showingPlcHdr') === true && isPlaceholder(content);
  return { content, kind: isPrompt ? 'prompt' : 'text' };
}

/** Writers of files leave the mark of a prompt behind when they fill it in, but not the style. */
function isPlaceholder(content: XmlElement): boolean {
  const style = descendant(content, 'w:rStyle')?.attributes['w:val'];
  return style !== undefined && /^placeholder/i.test(style);
}
