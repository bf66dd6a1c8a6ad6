/** What stands below a name or beside it: what an author does, and for whom. */
import { isName } from './names.ts';
import { isPlace } from './places.ts';
import { isPublicationName } from './publication.ts';

const occupation =
  /(?<!\p{L})(?:correspondents?|reporters?|(?:staff|senior|contributing|guest|freelance|feature|features|news|sports?|science|political) (?:writer|editor|reporter|author|columnist|contributor)s?|writers?|editors?|editor-in-chief|columnists?|contributors?|journalists?|bureau chief|producers?|photographers?|analysts?|(?:senior |research |visiting |nonresident |non-resident |resident |junior |associate |distinguished )+(?:fellow|scholar|associate|analyst|researcher|scientist)s?|fellow|researchers?|professors?|lecturers?|(?:assistant|associate) professor|scholars?|economists?|historians?|lawyers?|attorneys?|directors?|president|chair(?:man|woman|person)?|founders?|co-founders?|ceo|head of|chief|special to|special for|for the|staff|ph\.?d\.?|intern|ambassador)(?!\p{L})/iu;
const institution =
  /(?<!\p{L})(?:news|press|agency|service|services|institute|institution|university|college|school|center|centre|council|foundation|forum|association|society|academy|network|media|group|bureau|desk|team|newsroom|reuters|afp|bbc|cnn|npr|bloomberg|associated press|department|ministry|faculty|library|museum|laboratory|programme|program|project)(?!\p{L})/iu;

const longest = 120;
const mostWords = 14;

/** Whether a line says what its author does. In prose it would end as a sentence does, or go on. */
export function isOccupation(text: string): boolean {
  return fits(text) && occupation.test(text);
}

/** Whether a line below a byline says what its authors do, for whom or where: "BBC News, Lima", "Special to The Tribune". */
export function isAffiliation(text: string): boolean {
  if (!fits(text)) return false;
  if (occupation.test(text) || institution.test(text) || isPublicationName(text)) return true;
  return isPlace(text.trim());
}

/** Short, without an end of sentence, and with capitals where names have them. */
function fits(text: string): boolean {
  const line = text.trim();
  if (
    line === '' ||
    line.length > longest ||
    /[.!?:;]$|[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}|["“”]/u.test(line)
  )
    return false;
  const words = line.split(/\s+/);
  return (
    words.length <= mostWords && (/^\p{Lu}/u.test(line) || isName(line) || occupation.test(line))
  );
}
