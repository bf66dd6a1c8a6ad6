/**
 * A citation's tokens as fields: a name, a date, a title, a place in the source… Commas part fields, semicolons part
 * sources. A date needs no comma before it, nor does a quoted title behind it.
 */
import { clean, type Segment } from './field.ts';
import { FieldReader } from './field-reader.ts';
import { isLabel, takeSignal } from './signals.ts';
import type { Token } from './tokens.ts';

/** Segments between semicolons. */
export function toSegments(text: string, tokens: readonly Token[]): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (let index = 0; index <= tokens.length; index++) {
    const token = tokens[index];
    if (token && token.type !== 'semicolon') continue;
    const part = tokens.slice(from, index);
    from = index + 1;
    segments.push(toSegment(text, part, token?.start ?? tokens.at(-1)?.end ?? 0));
  }
  // A semicolon at the end parts nothing.
  if (
    segments.length > 1 &&
    segments.at(-1)?.fields.length === 1 &&
    segments.at(-1)?.fields[0]?.type === 'empty'
  ) {
    segments.pop();
  }
  return segments;
}

function toSegment(text: string, tokens: readonly Token[], end: number): Segment {
  const taken = takeSignal(tokens);
  const rest = tokens.slice(taken);
  const start = tokens[0]?.start ?? end;
  const last = rest.at(-1)?.end ?? end;
  const segment: Segment = {
    start,
    end: Math.max(last, start),
    fields: new FieldReader(text, rest, end).fields(),
  };
  if (taken > 0) {
    const signal = clean(text.slice(start, (tokens[taken - 1] as Token).end)).replace(
      / ?[,:]$/,
      '',
    );
    // A label says nothing that a note doesn't.
    if (!isLabel(signal)) segment.signal = signal;
  }
  return segment;
}
