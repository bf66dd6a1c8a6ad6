import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { messageId, severityOf, type ArticleMessage, type RuleCatalogue } from '../model/index.ts';

/** The diagnostics of a file as the JSON output has them, by place. */
export function messagesOf(file: VFile, catalogue: RuleCatalogue): ArticleMessage[] {
  return [...file.messages].sort(byPlace).map((message) => toArticleMessage(message, catalogue));
}

function toArticleMessage(message: VFileMessage, catalogue: RuleCatalogue): ArticleMessage {
  const place = message.place;
  const end = place && 'end' in place ? place.end : undefined;
  return {
    ruleId: messageId(message, catalogue),
    severity: severityOf(message),
    reason: message.reason,
    line: message.line ?? null,
    column: message.column ?? null,
    endLine: end?.line ?? null,
    endColumn: end?.column ?? null,
    note: message.note ?? null,
    url: message.url ?? null,
  };
}

/** Messages without a place, which speak of the whole article, come first. */
function byPlace(a: VFileMessage, b: VFileMessage): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
