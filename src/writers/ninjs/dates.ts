import type { ArticleDate } from '../../model/index.ts';

const origins: Readonly<Record<ArticleDate['origin'], string>> = {
  stated: '',
  option: ' The date was given when the article was built.',
  inferred: ' The date was worked out from the text.',
};

/**
 * ninjs knows only moments. A day becomes its beginning in UTC, and the note to the editors says that the time of day is not known; a
 * month or a year becomes no moment, and stands in the note alone.
 */
export function dated(date: ArticleDate | null): { contentCreated?: string; edNote?: string } {
  if (!date) return {};
  const { value, origin } = date;
  if (value.length < 10 || Number.isNaN(Date.parse(`${value}T00:00:00Z`))) {
    return { edNote: `Dated ${value}, without a day.${origins[origin]}` };
  }
  return {
    contentCreated: `${value}T00:00:00Z`,
    edNote: `Dated ${value}; the time of day is not known.${origins[origin]}`,
  };
}
