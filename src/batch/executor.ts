/** What builds articles: this process, or others that it starts. */
import type { Task } from './build-article.ts';
import type { Outcome } from './outcome.ts';

export interface Executor {
  /** How many articles it takes at a time; more would only wait. */
  readonly slots: number;
  /**
   * Builds an article. What keeps it from being built is its outcome.
   *
   * @throws where nothing can be built at all, and `Interrupted`.
   */
  run(task: Task): Promise<Outcome>;
  /** Ends what is still running. No file is left half written. */
  close(): Promise<void>;
}
