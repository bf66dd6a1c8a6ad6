/** The formats that are written. `index.ts` is the table of their writers. */
export const formatNames = ['markdown', 'html', 'json'] as const;

export type FormatName = (typeof formatNames)[number];
