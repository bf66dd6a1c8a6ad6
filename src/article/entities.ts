import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { ArticleEntity, Mention } from '../model/index.ts';
import { mentionContext, textBlocks, textView } from '../text/index.ts';
import { rangeOf, type BodyText } from './body-text.ts';

/** The entities with their mentions, placed in the finished text. An entity that is no longer mentioned is left out. */
export function entitiesOf(tree: Root, file: VFile, body: BodyText): ArticleEntity[] {
  const records = file.data.entities ?? [];
  if (records.length === 0) return [];
  const mentions = mentionsOf(tree, file, body);
  const total = Math.max(1, ...records.map(({ id }) => mentions.get(id)?.length ?? 0));

  return records.flatMap(({ salience, ...record }) => {
    const own = mentions.get(record.id);
    if (!own) return [];
    return { ...record, salience: salience ?? own.length / total, mentions: own };
  });
}

function mentionsOf(tree: Root, file: VFile, body: BodyText): Map<string, Mention[]> {
  const mentions = new Map<string, Mention[]>();
  const add = (id: string, mention: Mention): void => {
    const known = mentions.get(id);
    if (known) known.push(mention);
    else mentions.set(id, [mention]);
  };
  // Outside the body there are no offsets; the title comes before the body, notes after it.
  const blocks = textBlocks(tree);
  const outside = (where: Exclude<Mention['in'], 'body'>): void => {
    for (const block of blocks) {
      if (mentionContext(block) !== where) continue;
      const view = textView(block.node, file);
      for (const span of view.spans('entity')) {
        add(span.node.entityId, {
          text: view.text.slice(span.start, span.end),
          in: where,
          start: null,
          end: null,
          form: span.node.form,
          source: rangeOf(span.node),
        });
      }
    }
  };

  outside('title');
  outside('subtitle');
  outside('caption');
  outside('dateline');
  for (const { view, start } of body.views) {
    for (const span of view.spans('entity')) {
      add(span.node.entityId, {
        text: view.text.slice(span.start, span.end),
        in: 'body',
        start: start + span.start,
        end: start + span.end,
        form: span.node.form,
        source: rangeOf(span.node),
      });
    }
  }
  outside('note');
  return mentions;
}
