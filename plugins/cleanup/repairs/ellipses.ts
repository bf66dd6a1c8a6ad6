import { changesFor, type Repair } from '../repair.ts';
import { signs } from '../signs.ts';

/** Three full stops, closed up or spaced; a fourth is the sentence's own. More are leaders. */
const stops = /(?<![.…])\.(?:\.\.|[ \u00A0]\.[ \u00A0]\.)(?![.…]{2}|[/\\]|[ \u00A0]\.)/gu;

export const ellipses: Repair = {
  name: 'ellipses',
  rule: 'cleanup/ellipses',
  kind: 'typography',
  stage: 'punctuation',
  description: 'Make three full stops an ellipsis.',
  signs: signs.doubled,
  trace: /\.[ \u00A0]?\./,
  find: (text, context) => changesFor(text, stops, context, () => '…'),
};
