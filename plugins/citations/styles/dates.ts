import type { PartialDate } from '../../../src/text/index.ts';
import type { SourceDate } from '../model.ts';
import type { Style } from './index.ts';

const seasons = ['Spring', 'Summer', 'Fall', 'Winter'];

/** "October 11, 2022", "June 3–5, 2020", "Fall 2021" */
export function renderDate(date: SourceDate, style: Style): string {
  if (date.literal !== undefined) return date.literal;
  const { from, to } = date;
  const suffix = date.suffix ?? '';
  if (!to) return renderPartial(from, style) + suffix;
  if (
    from.year === to.year &&
    from.month === to.month &&
    from.day !== undefined &&
    to.day !== undefined
  ) {
    const year = from.year === undefined ? '' : `, ${from.year}`;
    return `${style.month(from.month as number, true)} ${from.day}–${to.day}${year}`;
  }
  const { year: _year, ...withoutYear } = from;
  const first = renderPartial(from.year === to.year ? withoutYear : from, style);
  return `${first}–${renderPartial(to, style)}`;
}

function renderPartial({ year, month, day, season }: PartialDate, style: Style): string {
  if (season !== undefined) return `${seasons[season - 1] as string} ${year ?? ''}`.trim();
  if (month === undefined) return year === undefined ? '' : String(year);
  const name = style.month(month, day !== undefined);
  if (day === undefined) return year === undefined ? name : `${name} ${year}`;
  return year === undefined ? `${name} ${day}` : `${name} ${day}, ${year}`;
}
