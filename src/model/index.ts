/** Node types, the article document and diagnostics: what a plugin shares with copydesk. */
import './file-data.ts';

export * from './article.ts';
export type * from './decisions.ts';
export type * from './file-data.ts';
export * from './findings-beyond.ts';
export * from './nodes.ts';
export * from './report-decision.ts';
export * from './report.ts';
export * from './rules.ts';
export type * from './suppression.ts';
export * from './front-matter.ts';
