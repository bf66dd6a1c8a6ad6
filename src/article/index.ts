import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { rules, schemaVersion, type Article, type RuleCatalogue } from '../model/index.ts';
import { bodyText } from './body-text.ts';
import { citationsOf } from './citations.ts';
import { entitiesOf } from './entities.ts';
import { messagesOf } from './messages.ts';
import { metadataOf } from './metadata.ts';
import { pullQuotesOf } from './pull-quotes.ts';

/**
 * The article document of a finished tree. All offsets are worked out here, at the end, so that no plugin can make them stale.
 *
 * @throws Error where `file.data.source` was not set.
 */
export function toArticle(tree: Root, file: VFile, catalogue: RuleCatalogue = rules): Article {
  const source = file.data.source;
  if (!source)
    throw new Error('Unexpected file without `data.source`, expected one made by the pipeline');
  const body = bodyText(tree, file);
  return {
    schemaVersion,
    source,
    metadata: metadataOf(tree, file, body),
    text: body.text,
    blocks: body.blocks,
    citations: citationsOf(tree, file, body),
    entities: entitiesOf(tree, file, body),
    pullQuotes: pullQuotesOf(file, body),
    messages: messagesOf(file, catalogue),
  };
}
