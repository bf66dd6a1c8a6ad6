/** A formula as running text. */
import { child, childElements, textContent, valueOf, type XmlElement } from './xml.ts';

/** The words and signs of a formula in one line: `(a+b)/2`, `x^2`, `√(n)`. */
export function formula(element: XmlElement): string {
  switch (element.name) {
    case 'm:t':
      return textContent(element);
    case 'm:f':
      return `${grouped(child(element, 'm:num'))}/${grouped(child(element, 'm:den'))}`;
    case 'm:sSup':
      return `${part(element, 'm:e')}^${grouped(child(element, 'm:sup'))}`;
    case 'm:sSub':
      return `${part(element, 'm:e')}_${grouped(child(element, 'm:sub'))}`;
    case 'm:sSubSup':
      return `${part(element, 'm:e')}_${grouped(child(element, 'm:sub'))}^${grouped(child(element, 'm:sup'))}`;
    case 'm:rad': {
      const degree = part(element, 'm:deg');
      return `${degree === '' ? '' : `${degree}`}√${grouped(child(element, 'm:e'))}`;
    }
    case 'm:d': {
      const properties = child(element, 'm:dPr');
      const parts = childElements(element, 'm:e').map(inner);
      const [open, close] = ['m:begChr', 'm:endChr'].map((name) => mathValue(properties, name));
      return `${open ?? '('}${parts.join(mathValue(properties, 'm:sepChr') ?? '|')}${close ?? ')'}`;
    }
    case 'm:nary': {
      const sign = mathValue(child(element, 'm:naryPr'), 'm:chr') ?? '∫';
      const [from, to] = [part(element, 'm:sub'), part(element, 'm:sup')];
      return `${sign}${from === '' ? '' : `_(${from})`}${to === '' ? '' : `^(${to})`} ${part(element, 'm:e')}`;
    }
    default:
      return inner(element);
  }
}

function inner(element: XmlElement): string {
  return childElements(element).map(formula).join('');
}

function part(element: XmlElement, name: string): string {
  const found = child(element, name);
  return found ? inner(found) : '';
}

/** A part that is put in brackets unless it is a single sign or number. */
function grouped(element: XmlElement | undefined): string {
  const text = element ? inner(element) : '';
  return /^(?:[\p{L}\p{M}]+|[\d.,]+|)$/u.test(text) ? text : `(${text})`;
}

function mathValue(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['m:val'] ?? valueOf(element, name);
}
