/** What a page prints above a headline: the section, the kind of text, the way to it from the home page. No headline itself. */

/** Names of sections and kinds of text, by themselves or with a number. */
const names: ReadonlySet<string> = new Set(
  (
    'news|top news|latest news|breaking news|breaking|latest|local news|world news|international news|national news|business news|' +
    'world|international|national|nation|local|region|regional|metro|politics|policy|government|election|elections|law|courts|crime|' +
    'business|economy|economics|finance|markets|money|companies|industry|energy|technology|tech|science|health|medicine|environment|climate|' +
    'education|religion|culture|society|arts|art|books|film|films|movies|music|theatre|theater|tv|television|media|sport|sports|football|' +
    'lifestyle|life|style|food|travel|home|property|real estate|history|ideas|people|defence|defense|security|diplomacy|foreign affairs|' +
    'africa|asia|europe|americas|central asia|south asia|east asia|southeast asia|eastern europe|western europe|caucasus|balkans|pacific|oceania|middle east|latin america|north america|asia pacific|asia-pacific|us news|uk news|u.s.|us|uk|u.k.|' +
    'opinion|opinions|op-ed|op-eds|comment|commentary|commentaries|editorial|editorials|leader|leaders|column|columns|columnists|letters|letter to the editor|' +
    'guest essay|guest column|essay|essays|viewpoint|viewpoints|perspective|perspectives|debate|voices|blog|blogs|' +
    'analysis|news analysis|insight|insights|explainer|explained|background|backgrounder|briefing|in brief|in depth|in-depth|deep dive|' +
    'feature|features|long read|the long read|longread|longreads|special report|special reports|report|reports|research|publication|publications|' +
    'investigation|investigations|exclusive|interview|interviews|profile|profiles|q&a|review|reviews|book review|book reviews|film review|obituary|obituaries|' +
    'fact check|fact-check|factcheck|live|live updates|podcast|podcasts|video|videos|gallery|newsletter|newsletters|magazine|dispatch|dispatches|' +
    'cover story|story|stories|news story|news stories|article|articles|press release|press releases|news release|media release|media advisory|statement|statements|' +
    'for immediate release|embargoed|announcement|announcements|speech|speeches|testimony|transcript|fact sheet|factsheet|white paper|' +
    'policy brief|policy paper|policy note|working paper|discussion paper|research paper|research report|research note|issue brief|issue paper|' +
    'briefing paper|briefing note|occasional paper|situation report|technical report|technical note|case study|sponsored|advertisement|paid post'
  ).split('|'),
);

const number = /\s*(?:no\.?|nr\.?|number|#)?\s*\d{1,5}(?:[/–-]\d{1,4})?$/u;
const steps = /\s*[>»›→]\s*/u;
const parts = /\s*[/|•·,&]\s*|\s+[–—-]\s+|\s+and\s+/u;
const longest = 80;

/** Whether a line names a section or a kind of text: "Opinion", "World / Asia", "Policy Brief No. 12", "Home > News > Business". */
export function isSection(text: string): boolean {
  const line = text.trim();
  if (line.length > longest) return false;
  if (isSectionName(line)) return true;
  const way = line.split(steps);
  if (way.length > 1)
    return (
      way.length <= 6 && (way.length > 2 || isSectionName(way[0] as string)) && way.every(isShort)
    );
  const several = line.split(parts);
  return (
    several.length > 1 &&
    several.length <= 4 &&
    several.every(isShort) &&
    several.some(isSectionName) &&
    // "Business and pleasure" is a headline: of two words one says nothing.
    several.every((part) => isSectionName(part) || /^\p{Lu}/u.test(part))
  );
}

function isSectionName(words: string): boolean {
  const name = words
    .trim()
    .toLowerCase()
    .replace(/[\s:]+$/u, '');
  return names.has(name) || (name.length < longest && names.has(name.replace(number, '')));
}

function isShort(part: string): boolean {
  const words = part.trim().split(/\s+/);
  return part.trim() !== '' && words.length <= 4 && !/[.!?]$/u.test(part);
}
