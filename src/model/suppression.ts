import type { Position } from 'unist';
import type { SourceRange } from './article.ts';

/**
 * An author's word in the article that findings be left out: a comment `<!-- copydesk-disable rule: reason -->`, or an entry of the front
 * matter.
 */
export interface Suppression {
  /**
   * `disable`: from here on; `enable`: to here; `disable-next`: in what follows; `article`: everywhere; `unknown`: a comment that can't be
   * understood.
   */
  kind: 'disable' | 'enable' | 'disable-next' | 'article' | 'unknown';
  /** Ids of rules, or patterns: `citations/*`, `*`. Of `enable`, none means all. Of `unknown`, the word that was found. */
  rules: string[];
  reason: string | null;
  /** Where it stands. */
  place: Position | undefined;
  /** Of `disable-next`: what follows. */
  next?: SourceRange | undefined;
}
