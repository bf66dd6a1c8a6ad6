/** Tells what stands on a page beside its article, by markup and by words. */
import type { Element } from 'hast';
import {
  attribute,
  classesOf,
  countWords,
  elementsIn,
  isElement,
  isLongerThan,
  textOf,
} from '../hast.ts';

const clutterTags = new Set(['nav', 'form', 'fieldset', 'menu', 'dialog']);
const clutterRoles =
  /^(?:navigation|complementary|banner|contentinfo|search|menu|menubar|toolbar|dialog|alert|alertdialog|form)$/;

/** Words of class names and identifiers, each as a whole or with what is joined to it. */
const clutterWords = new Set(
  (
    'ad ads advert adverts advertisement advertising adslot sponsored sponsor promo promoted promotion share sharing sharebar sharedaddy ' +
    'social socials addtoany newsletter subscribe subscription signup paywall cookie cookies gdpr consent banner breadcrumb breadcrumbs ' +
    'comments comment-list commentlist disqus respond related recommended recommendations trending popular most-read mostread sidebar widget widgets ' +
    'outbrain taboola navigation nav navbar menu pagination pager tags taglist tag-list toolbar print-only donate donation ' +
    'author-bio authorbio author-box about-author clap claps follow jp-relatedposts readmore read-more more-stories next-post prev-post post-nav ' +
    'toc table-of-contents skip-link backtotop modal popup overlay toc-toggle ' +
    'mw-editsection'
  ).split(' '),
);
/** Parts of an article that a word of the list above may stand in the name of. */
const notClutter =
  /^(?:article|content|entry|post|main|story|body|page|site|wrapper|container|has|no|with|without)(?:[-_]|$)/;

export function isClutter(element: Element): boolean {
  if (element.tagName === 'body' || element.tagName === 'main' || element.tagName === 'article') {
    return false;
  }
  if (clutterTags.has(element.tagName)) return true;
  if (clutterRoles.test(attribute(element, 'role'))) return true;
  const names = [...classesOf(element), attribute(element, 'id').toLowerCase()];
  return names.some((name) => isClutterName(name));
}

function isClutterName(name: string): boolean {
  if (clutterWords.has(name)) return true;
  const last = name.split(/__|--/)[name.includes('__') ? 1 : 0] ?? '';
  if (clutterWords.has(last)) return true;
  const words = last.split(/[-_]+/);
  if (/^(?:has|no|with|without|is)$/.test(words[0] ?? '')) return false;
  // What stands behind a paywall is the article itself.
  if (words[0] === 'paywall' && /^(?:content|body|article|text)$/.test(words.at(-1) as string))
    return false;
  // "related-articles", "share-buttons"; "article-share".
  if (clutterWords.has(words[0] as string)) return words.length <= 4;
  return words.length <= 3 && clutterWords.has(words.at(-1) as string) && notClutter.test(last);
}

/** White space counts. */
const longestPageWords = 1500;

const lead =
  /^\W{0,3}(?:read (?:more|also|next)|also read|related(?: (?:stories|articles|posts|reading|coverage|content))?|see also|more (?:on|from|like) this|more from|recommended(?: for you)?|you may also like|you might also like|don[’']t miss|further reading|up next|most read|editors?[’']s? picks?)\b/i;
const bare =
  /^\W{0,3}(?:advertisement|advertising|ad|sponsored(?: content)?|promoted(?: content)?|share(?: this)?(?: (?:article|story|post|page))?(?: on)?|tweet|print(?: this)?|email(?: this)?|copy link|save|saved|listen|follow us|subscribe(?: now)?|sign up|log ?in|loading|continue reading(?: below| the main story)?|story continues below(?: advertisement)?|article continues (?:below|after)(?: (?:this )?(?:advert(?:isement)?|ad))?|scroll to continue|skip advert(?:isement)?|skip to (?:main )?content|back to top|comments?|leave a (?:comment|reply)|(?:\d+|no) comments?|\d{1,3}[- ]min(?:ute)?s?(?: read)?|reading time.{0,20}|read time.{0,20}|\d+ shares?|open in app)\W{0,3}$/i;

/** Whether a block is nothing but words of the page: a label of an advert, a button, a link to another article. */
export function isPageWords(element: Element): boolean {
  if (isLongerThan(element, longestPageWords)) return false;
  const text = textOf(element);
  if (text === '') return false;
  if (text.length <= 80 && bare.test(text)) return true;
  if (isElement(element, 'ul', 'ol', 'div') && insideDensity(element) > 0.8) return true;
  return lead.test(text) && countWords(text) <= 40 && linkDensity(element) >= 0.4;
}

/** How much of an element's text stands in links to other pages: 0 to 1. */
export function linkDensity(element: Element): number {
  const all = textOf(element).length;
  if (all === 0) return 0;
  let linked = 0;
  for (const inner of elementsIn(element)) {
    if (isElement(inner, 'a') && !attribute(inner, 'href').startsWith('#')) {
      linked += textOf(inner).length;
    }
  }
  return Math.min(1, linked / all);
}

/** How much of an element's text stands in links to places on the page: that of a list of contents, all. */
function insideDensity(element: Element): number {
  const all = textOf(element).length;
  let linked = 0;
  let links = 0;
  for (const inner of elementsIn(element)) {
    if (!isElement(inner, 'a') || !/^#./.test(attribute(inner, 'href'))) continue;
    linked += textOf(inner).length;
    links++;
  }
  return all === 0 || links < 2 ? 0 : linked / all;
}
