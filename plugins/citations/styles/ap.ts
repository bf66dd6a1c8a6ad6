import { monthNames } from './months.ts';
import type { Style } from './index.ts';

/** Months that stay whole with a day; the others are shortened. */
const whole = new Set([3, 4, 5, 6, 7]);
const short: Readonly<Record<number, string>> = {
  1: 'Jan.',
  2: 'Feb.',
  8: 'Aug.',
  9: 'Sept.',
  10: 'Oct.',
  11: 'Nov.',
  12: 'Dec.',
};

/** The way of the Associated Press: The Diplomat, Oct. 11, 2022. */
export const ap: Style = {
  italics: false,
  month: (month, withDay) =>
    withDay && !whole.has(month) ? (short[month] as string) : (monthNames[month - 1] as string),
};
