/** How a file of decisions is called: `ferry.decisions.yaml` beside `ferry.txt`. */
import { basename } from 'node:path';

const ending = '.decisions.yaml';

/** The path of the file with the decisions on an article. */
export function decisionsPathOf(article: string): string {
  const name = basename(article);
  const bare = name.replace(/(?<=.)\.[^.]+$/, '');
  return `${article.slice(0, article.length - name.length)}${bare}${ending}`;
}

/** Whether a path is that of a file of decisions. */
export function isDecisionsPath(path: string): boolean {
  const name = basename(path).toLowerCase();
  return name.endsWith(ending) && name.length > ending.length;
}

/** The path of the articles that a file of decisions can belong to, without their ending. */
export function articleBaseOf(decisions: string): string {
  return decisions.slice(0, -ending.length);
}
