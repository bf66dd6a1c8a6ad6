import type { Block } from './document.ts';
import { isCapitalised, isLower } from './names.ts';

const list = (words: string): string[] => words.trim().split(/[\s;]+/);

/** Words that end a title or a role, and can stand alone as one. */
const heads: ReadonlySet<string> = new Set(
  list(`president premier chancellor minister secretary chairman chairwoman chair chairperson director governor mayor senator congressman congresswoman representative lawmaker
  ambassador envoy commissioner king queen prince princess emperor empress sultan emir sheikh sheik shah tsar czar pope cardinal archbishop bishop patriarch rabbi imam ayatollah mufti reverend
  rev rev. father sister brother saint general gen gen. colonel col col. major maj maj. captain capt capt. lieutenant lt lt. sergeant sgt sgt. admiral adm adm. marshal brigadier brig. commander cmdr corporal private
  professor prof prof. dr dr. doctor judge justice prosecutor attorney lawyer advocate solicitor barrister magistrate sheriff detective inspector superintendent constable chief officer
  executive ceo founder co-founder cofounder owner manager coach trainer captain striker midfielder defender goalkeeper forward winger skipper manager umpire referee
  spokesman spokeswoman spokesperson analyst economist expert researcher scientist historian author writer novelist poet journalist reporter correspondent editor columnist
  photographer actor actress singer musician composer director producer artist painter activist campaigner dissident oligarch tycoon businessman businesswoman billionaire entrepreneur investor
  leader deputy vice-president vice-premier undersecretary under-secretary adviser advisor aide counsellor counselor delegate deputy legislator parliamentarian mp mps mep sen sen. rep rep. gov gov. pres. sec. amb. hon. hon
  strategist fellow lecturer teacher principal dean rector provost treasurer comptroller auditor negotiator mediator rapporteur registrar speaker whip ombudsman
  physicist biologist chemist epidemiologist virologist engineer architect astronaut cosmonaut pilot driver farmer nurse surgeon physician psychologist sociologist anthropologist archaeologist
  warlord commander rebel chieftain dictator autocrat strongman monarch viceroy regent duke duchess earl count countess baron baroness lord lady sir dame lama
  coordinator co-ordinator organiser organizer secretary-general vice-chancellor vice-chairman inspector-general attorney-general governor-general commander-in-chief editor-in-chief`),
);

/** Heads that say nothing of an office: they tell only that a person follows. */
const honorifics: ReadonlySet<string> = new Set(
  list(
    'mr mr. mrs mrs. ms ms. miss mx mx. madam madame mme monsieur señor senor señora herr frau comrade',
  ),
);

const men: ReadonlySet<string> = new Set(
  list(
    'mr mr. sir lord king prince emperor sultan duke father brother congressman chairman spokesman businessman actor monsieur herr señor senor pope imam',
  ),
);
const women: ReadonlySet<string> = new Set(
  list(
    'mrs mrs. ms ms. miss madam madame mme lady dame queen princess empress duchess baroness sister congresswoman chairwoman spokeswoman businesswoman actress frau señora',
  ),
);

/** Words that go before the head: "deputy foreign minister". */
const modifiers: ReadonlySet<string> = new Set(
  list(`prime deputy vice first second third acting interim caretaker chief senior junior assistant associate former ex-president foreign defence defense finance interior home health education justice
  energy trade transport labour labor agriculture environment culture economy economic industry information communications planning development sports tourism treasury state
  supreme national federal lieutenant major brigadier rear crown grand lord high general executive managing attorney solicitor inspector governor opposition party majority minority house senate
  head world team club police army air naval military security intelligence press political financial human rights special presidential parliamentary ministerial regional provincial local central bank
  longtime veteran newly elected re-elected incoming outgoing then late exiled jailed retired self-declared internal external digital public private social affairs permanent
  goalkeeping football soccer basketball rugby cricket star nobel laureate`),
);

/** Participles and adjectives that go with a role and are not part of it. */
const passing: ReadonlySet<string> = new Set(
  list(
    'former then late longtime veteran newly elected re-elected incoming outgoing exiled jailed retired star',
  ),
);

export type Gender = 'm' | 'f';

/** What stands before a name. */
export interface TitleBefore {
  /** The token at which it begins; the name's own first token where there is none. */
  from: number;
  /** The office or role, as printed; empty for "Mr". */
  title: string;
  gender?: Gender | undefined;
}

const longestTitle = 6;

/** The title that ends right before a token. */
export function titleBefore(block: Block, name: number): TitleBefore {
  const { words, keys } = block;
  const none: TitleBefore = { from: name, title: '' };
  let at = name - 1;
  if (at < 0) return none;
  const head = keys[at] as string;
  if (honorifics.has(head)) return { from: at, title: '', ...genderOf(head) };
  if (!isHead(block, at)) return none;
  let from = at;
  while (from > 0 && at - from < longestTitle) {
    const before = keys[from - 1] as string;
    if (before === '-' && from > 1 && isTitleWord(keys[from - 2] as string)) from -= 2;
    else if (isTitleWord(before)) from--;
    else break;
  }
  while (from < at && passing.has(keys[from] as string)) from++;
  // "the chief of staff": only a head, or a head with its modifiers.
  let title = block.text.slice(block.starts[from], block.ends[at]);
  if (words[from] === words[from]?.toUpperCase() && title.length > 4) title = titleCase(title);
  return { from, title, ...genderOf(head) };
}

function titleCase(title: string): string {
  return title.toLowerCase().replace(/(^|[\s-])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

const isTitleWord = (key: string): boolean => modifiers.has(key) || heads.has(key);

function isHead(block: Block, at: number): boolean {
  const key = block.keys[at] as string;
  if (heads.has(key)) return true;
  // "Secretary-General", "vice-president" are cut at the hyphen.
  return block.keys[at - 1] === '-' && heads.has(`${block.keys[at - 2]}-${key}`);
}

function genderOf(head: string): { gender?: Gender } {
  if (men.has(head)) return { gender: 'm' };
  return women.has(head) ? { gender: 'f' } : {};
}

/** Whether a token is a title that is written before a name: "President", "Mr". */
export function isTitle(block: Block, at: number): boolean {
  return heads.has(block.keys[at] ?? '') || honorifics.has(block.keys[at] ?? '');
}

/** Whether a capitalised person may follow: "President", not "president of". */
export function opensPerson(block: Block, at: number): boolean {
  const key = block.keys[at] ?? '';
  return honorifics.has(key) || (heads.has(key) && isCapitalised(block.words[at] ?? ''));
}

export const isHonorific = (key: string): boolean => honorifics.has(key);

const articles: ReadonlySet<string> = new Set(list('the a an his her its their then former one'));
const stops: ReadonlySet<string> = new Set([',', ';', '.', ')', '—', '–', ':', '!', '?', '”', '"']);
const longestRole = 7;

/** The role in apposition after a name: "Jane Roe, the foreign minister," gives "foreign minister". */
export function roleAfter(block: Block, to: number): string | undefined {
  const { keys, words, starts, ends, text } = block;
  if (keys[to] !== ',') return undefined;
  let from = to + 1;
  while (articles.has(keys[from] ?? '')) from++;
  // "the Russian foreign minister", "Kenya's finance minister": the country is an entity of its own.
  while (from < to + 5 && isCapitalised(words[from] ?? '') && !isTitleWord(keys[from] ?? ''))
    from++;
  if (keys[from] === "'s" || keys[from] === '’s') from++;
  let head = -1;
  for (let at = from; at < from + longestRole; at++) {
    const key = keys[at];
    if (key === undefined || stops.has(key)) break;
    if (heads.has(key)) head = at;
    else if (!(modifiers.has(key) || key === '-' || key === 'and' || key === 'of')) break;
    else if (key === 'of' && head >= 0) break;
    else if (key === 'and' && head >= 0) break;
  }
  if (head < 0) return undefined;
  const after = keys[head + 1] ?? '.';
  // A role ends its phrase or says of what: not "the minister said".
  if (!stops.has(after) && !/^(?:of|at|for|in|who|and|with|to|from|on)$/.test(after))
    return undefined;
  const role = text.slice(starts[from], ends[head]);
  return isLower(role) || isCapitalised(role) ? role : undefined;
}
