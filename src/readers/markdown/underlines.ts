/**
 * Headings that a line underlines, in time that doesn't grow with what stands before them: the resolver of CommonMark's construct copies the events
 * of the whole document for each.
 */
import { setextUnderline } from 'micromark-core-commonmark';

type Resolver = NonNullable<(typeof setextUnderline)['resolveTo']>;

/** Hands on what belongs to the heading alone: from its content on. */
const resolveTail: Resolver = (events, context) => {
  let start = events.length - 1;
  while (start > 0 && !(events[start]?.[0] === 'enter' && events[start]?.[1].type === 'content'))
    start--;
  const tail = (setextUnderline.resolveTo as Resolver)(events.splice(start), context);
  for (const event of tail) events.push(event);
  return events;
};

/** Under the same name, so that a plugin that turns these headings off turns them off. It comes before that of CommonMark. */
const underline: typeof setextUnderline = { ...setextUnderline, resolveTo: resolveTail };

/** An extension of micromark, by the codes of the characters. */
export const underlines = { flow: { 45: underline, 61: underline } };
