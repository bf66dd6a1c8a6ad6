import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { countOf } from '../cap-findings.ts';
import { messageId, severityOf, type ArticleMessage, type RuleCatalogue } from '../model/index.ts';

/** The diagnostics of a file as the JSON output has them, by place. */
export function messagesOf(file: VFile, catalogue: RuleCatalogue): ArticleMessage[] {
  const messages = file.messages.map((message) => toArticleMessage(message, file, catalogue));
  return messages.sort(byPlace);
}

function toArticleMessage(
  message: VFileMessage,
  file: VFile,
  catalogue: RuleCatalogue,
): ArticleMessage {
  const place = message.place;
  const end = place && 'end' in place ? place.end : undefined;
  return {
    ruleId: messageId(message, catalogue),
    severity: severityOf(message),
    reason: message.reason,
    ...otherFile(message, file),
    line: message.line ?? null,
    column: message.column ?? null,
    endLine: end?.line ?? null,
    endColumn: end?.column ?? null,
    note: message.note ?? null,
    ...(countOf(message) > 1 && { count: countOf(message) }),
    url: message.url ?? null,
  };
}

/** Another file than the article, by its name beside it. */
function otherFile({ file: path }: VFileMessage, file: VFile): Pick<ArticleMessage, 'file'> {
  if (path === undefined || path === file.path) return {};
  const folder = /^.*\//.exec(file.data.source?.path ?? '')?.[0] ?? '';
  return { file: folder + path.replace(/^.*[\\/]/, '') };
}

/** Messages without a place, which speak of the whole article, come first, and those about another file last. */
function byPlace(a: ArticleMessage, b: ArticleMessage): number {
  const files = Number(a.file !== undefined) - Number(b.file !== undefined);
  if (files !== 0) return files;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
