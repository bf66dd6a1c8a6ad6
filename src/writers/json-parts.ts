/** Units that a part has at least, but for the last. */
const partLength = 1 << 16;
/** Lists of more items are taken apart. */
const shortList = 32;

/** What `JSON.stringify(value, null, 2)` gives, and a line feed, in parts. */
export function* jsonParts(value: unknown): Generator<string> {
  let part = '';
  for (const piece of pieces(value, '')) {
    part += piece;
    if (part.length < partLength) continue;
    yield part;
    part = '';
  }
  yield `${part}\n`;
}

/** @param indent - White space at the beginning of the line in which the value begins */
function* pieces(value: unknown, indent: string): Generator<string> {
  if (typeof value === 'string' && value.length > partLength) yield* stringPieces(value);
  else if (!isLong(value)) yield indented(value, indent);
  else if (Array.isArray(value)) {
    yield '[';
    for (let index = 0; index < value.length; index++) {
      yield `${index === 0 ? '' : ','}\n${indent}  `;
      yield* pieces(value[index], `${indent}  `);
    }
    yield `\n${indent}]`;
  } else {
    let isFirst = true;
    yield '{';
    for (const [key, each] of Object.entries(value as object)) {
      if (each === undefined) continue;
      yield `${isFirst ? '' : ','}\n${indent}  ${JSON.stringify(key)}: `;
      yield* pieces(each, `${indent}  `);
      isFirst = false;
    }
    yield `\n${indent}}`;
  }
}

/** Whether a value is a long list, or an object that holds one or a long text. */
function isLong(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.length > shortList;
  return Object.values(value).some((each) =>
    typeof each === 'string' ? each.length > partLength : isLong(each),
  );
}

function indented(value: unknown, indent: string): string {
  // A list has null for what JSON knows nothing of.
  const json = JSON.stringify(value, null, 2) ?? 'null';
  return indent === '' ? json : json.replaceAll('\n', `\n${indent}`);
}

/** A text in pieces, none of which divides a pair of surrogates: each half by itself would be escaped. */
function* stringPieces(text: string): Generator<string> {
  yield '"';
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + partLength);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd8_00 && last <= 0xdb_ff) end++;
    yield JSON.stringify(text.slice(at, end)).slice(1, -1);
    at = end;
  }
  yield '"';
}
