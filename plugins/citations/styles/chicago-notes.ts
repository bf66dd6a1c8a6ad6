import { monthNames } from './months.ts';
import type { Style } from './index.ts';

/** Notes of the Chicago Manual of Style: *The Diplomat*, October 11, 2022. */
export const chicagoNotes: Style = {
  italics: true,
  month: (month) => monthNames[month - 1] as string,
};
