/** How config and articles name rules: by id, `citations/missing-outlet`; by pattern, `citations/*`; all of them, `*`. */
import type { RuleCatalogue } from '../model/index.ts';

export function matchesRule(pattern: string, id: string): boolean {
  if (pattern === id || pattern === '*') return true;
  return pattern.endsWith('/*') && id.startsWith(pattern.slice(0, -1));
}

/** Whether there is such a rule. `source:rule` belongs to a foreign plugin, which has no catalogue. */
export function isKnownRule(pattern: string, catalogue: RuleCatalogue): boolean {
  if (pattern.includes(':') || pattern === '*' || Object.hasOwn(catalogue, pattern)) return true;
  return (
    pattern.endsWith('/*') &&
    Object.keys(catalogue).some((id) => id.startsWith(pattern.slice(0, -1)))
  );
}

/** All that may be meant: ids, and the patterns of their kinds. */
export function rulePatterns(catalogue: RuleCatalogue): string[] {
  const ids = Object.keys(catalogue);
  return [...ids, ...new Set(ids.map((id) => `${id.split('/')[0] as string}/*`))];
}
