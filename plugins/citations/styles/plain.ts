import { monthNames } from './months.ts';
import type { Style } from './index.ts';

/** Without any formatting: The Diplomat, October 11, 2022. */
export const plain: Style = {
  italics: false,
  month: (month) => monthNames[month - 1] as string,
};
