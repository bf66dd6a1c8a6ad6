/** The nodes that mark running text and hold nothing of their own. */
export const emphases: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete']);
