/** What web pages print around a headline and nobody wrote: share bars, reading times, advertisements. Whole lines only. */
import { isSpaceAt } from '../../src/text/index.ts';

const exact: ReadonlySet<string> = new Set(
  (
    'advertisement|advertisement - scroll to continue|advertisement continue reading|continue reading below|story continues below advertisement|' +
    'article continues below|ad|sponsored|sponsored content|share|share this|share this article|share this story|share this page|share article|' +
    'share on facebook|share on twitter|share on x|share on linkedin|share on whatsapp|share via email|tweet|tweet this|pin it|facebook|twitter|' +
    'whatsapp|linkedin|email|e-mail this|email this article|print|print this|print this article|print page|copy link|link copied|save|save article|' +
    'save for later|bookmark|listen|listen to this article|listen to article|read more|read aloud|read later|subscribe|subscribe now|sign up|' +
    'sign in|log in|comments|no comments|leave a comment|add a comment|follow us|gift article|gift this article|skip to content|skip to main content|' +
    'menu|home|back to top|click to share|toggle navigation|follow|following|follow the author|share options|more sharing options|' +
    'view comments|post a comment|join the conversation|add to favorites|add to reading list|font size|text size|resize text|translate|pdf|download pdf|' +
    'download|reprints|permissions|open in app|get the app|listen now|play|watch|advertise|donate|support us|see all updates|view all updates|see all|more from this author|view author archive|all posts|expand|close'
  ).split('|'),
);
const readingTime =
  /^(?:reading time\s*:?\s*)?(?:about |approx\.? |~)?\d{1,3}(?:[-–]| )?(?:min(?:ute)?s?)\.?(?: read(?:ing time)?)?$/u;
/** What stands side by side in a bar of buttons. */
const services: ReadonlySet<string> = new Set(
  (
    'share tweet pin post save print email e-mail mail copy link facebook twitter x linkedin whatsapp telegram reddit pinterest flipboard ' +
    'messenger instagram threads bluesky mastodon youtube tumblr vk viber line wechat sms rss more comment comments'
  ).split(' '),
);
const follow =
  /^(?:follow|like|find|join) (?:us|me|him|her|them) on (?:facebook|twitter|x|instagram|linkedin|youtube|telegram|threads|bluesky|mastodon|social media)(?:(?:,| and|, and) (?:facebook|twitter|x|instagram|linkedin|youtube|telegram|threads|bluesky|mastodon))*$|^(?:sign up|subscribe) (?:for|to) (?:our|the|my) (?:[\p{L}-]+ ){0,3}newsletters?$|^(?:share|send|forward) (?:this|the) (?:article|story|post|page|piece)(?: (?:on|via|with) [\p{L}, ]{2,40})?$/u;
/** The address or the name of an author or a paper elsewhere. */
const account = /^(?:[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,30}){1,4}|(?:follow )?@\w{2,30})$/u;
const mark = /^[·•|\s]{1,5}$/u;
const comments = /^\d{1,5} (?:comments?|shares?|views|likes)$/u;

/** Whether a line is certainly no part of the article. */
export function isFurniture(line: string): boolean {
  if (isLong(line)) return false;
  const words = line
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[.:!]$/u, '')
    .replace(/^[([] ?(.*?) ?[)\]]$/u, '$1');
  if (words.length > longest) return false;
  if (exact.has(words) || comments.test(words) || account.test(words) || mark.test(words))
    return true;
  if (follow.test(words)) return true;
  if (readingTime.test(words)) return true;
  const buttons = words.split(' ');
  if (buttons.length > 1 && buttons.every((each) => services.has(each))) return true;
  const parts = words.split(/\s*[|•·,]\s*/u);
  return parts.length > 1 && parts.every((part) => exact.has(part));
}

/** In characters, white space squeezed. */
const longest = 60;

/** Whether a line is too long by its letters alone: paragraphs are, which are many. */
function isLong(line: string): boolean {
  let letters = 0;
  for (let at = 0; at < line.length && letters <= longest + 1; at++) {
    if (!isSpaceAt(line, at)) letters++;
  }
  return letters > longest + 1;
}
