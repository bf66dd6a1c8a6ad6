import { fileURLToPath } from 'node:url';
import { createPipeline, type Article, type CslItem } from '../../src/index.ts';
import type { CitationKind } from '../../src/model/index.ts';
import type { Span } from './labelled.ts';

/** A citation that was found in an article. */
export interface FoundCitation extends Span {
  kind: CitationKind;
  items: CslItem[];
}

export interface FoundArticle {
  citations: FoundCitation[];
  /** The date of publication that was read or worked out, EDTF. */
  published: string | null;
}

/** What is measured: reads an article and tells where its citations are. */
export type Finder = (value: string, path: string) => Promise<FoundArticle>;

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a build runs up to citations. */
const pluginsUpToCitations: readonly string[] = ['masthead', 'cleanup', 'citations'];

/** Finds citations as a build does, with every option at its default. */
export function pipelineFinder(plugins: readonly string[] = pluginsUpToCitations): Finder {
  const pipeline = createPipeline({
    cwd: root,
    config: { plugins: [...plugins] },
  });
  return async (value, path) => {
    const { article } = await pipeline.build({ value, path, formats: [] });
    return { citations: occurrencesOf(article), published: article.metadata.date?.value ?? null };
  };
}

function occurrencesOf({ citations }: Article): FoundCitation[] {
  return citations
    .flatMap(({ kind, items, occurrences }) =>
      occurrences.flatMap(({ source }) => (source ? [{ ...source, kind, items }] : [])),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
