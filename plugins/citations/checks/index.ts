/** The checks for the editor, each over all citations of an article. */
import { checkAddresses } from './addresses.ts';
import { checkBrackets } from './brackets.ts';
import type { CheckCase } from './case.ts';
import { checkDates } from './dates.ts';
import { checkMarks } from './marks.ts';
import { checkSources } from './sources.ts';

const checks = [checkSources, checkDates, checkMarks, checkBrackets, checkAddresses];

export function runChecks(article: CheckCase): void {
  for (const check of checks) check(article);
}
