/**
 * Turns annotated news as it is written (`[PER Kwame Boateng] said`, a sentence a line, `====` between documents) into the CoNLL
 * files that the trainer reads, cut by the tagger's own tokens, and reports what looks like a fault of annotation.
 *
 *     tsx train/news-to-conll.ts FOLDER train/news
 *
 * Each folder inside FOLDER becomes one file. Exit code 1 when brackets or labels are broken.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { tokens } from '../src/text/tokens.ts';
import { tagTokens, type GoldSpan } from './entities/conll.ts';

const labels = new Set(['PER', 'ORG', 'LOC', 'NORP', 'EVENT', 'WORK', 'PRODUCT']);

interface Line {
  text: string;
  spans: GoldSpan[];
  place: string;
}

const faults: string[] = [];
let broken = 0;

function readLine(source: string, place: string): Line {
  let text = '';
  const spans: GoldSpan[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('[', at);
    const close = source.indexOf(']', open + 1);
    if (open < 0) break;
    const head = /^\[([A-Z]+) +/.exec(source.slice(open, open + 12));
    const inner = close < 0 ? '' : source.slice(open + (head?.[0].length ?? 1), close);
    if (!head || !labels.has(head[1] ?? '') || close < 0 || inner.includes('[') || !inner.trim()) {
      faults.push(`${place}: broken bracket: ${source.slice(open, open + 50)}`);
      broken++;
      break;
    }
    text += source.slice(at, open);
    spans.push({
      start: text.length,
      end: text.length + inner.trimEnd().length,
      type: head[1] ?? '',
    });
    text += inner;
    at = close + 1;
  }
  return { text: text + source.slice(at), spans, place };
}

const titled =
  /^(?:The|the|Mr|Mrs|Ms|Dr|Prof|President|Prime Minister|Minister|Judge|Justice|Senator|Sen|General|Gen|Colonel|Captain|Sheikh|King|Queen|Prince|Pope|Coach|Chief)\.? /;

/** What a second reader would look at: titles and possessives inside names, and names that stand bare elsewhere. */
function check(document: readonly Line[]): void {
  const known = new Map<string, string>();
  for (const { text, spans, place } of document) {
    for (const span of spans) {
      const name = text.slice(span.start, span.end);
      if (span.type === 'PER' && titled.test(name)) faults.push(`${place}: title inside: ${name}`);
      if (/['’]s$|^[\s"“'‘(]|[\s"”,;:]$/.test(name)) faults.push(`${place}: edge of: ${name}`);
      if (!/\p{Lu}|\p{Lo}|\p{N}/u.test(name)) faults.push(`${place}: no capital: ${name}`);
      const before = known.get(name);
      if (before && before !== span.type)
        faults.push(`${place}: ${name} is ${span.type}, earlier ${before}`);
      known.set(name, before ?? span.type);
    }
  }
  for (const { text, spans, place } of document) {
    for (const [name, type] of known) {
      if (name.length < 3) continue;
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
        const end = at + name.length;
        const inside = /[\p{L}\p{N}]/u;
        if (inside.test(text.charAt(at - 1)) || inside.test(text.charAt(end))) continue;
        if (spans.some((span) => span.start < end && at < span.end)) continue;
        faults.push(
          `${place}: bare ${type} "${name}": ${text.slice(Math.max(0, at - 25), end + 25)}`,
        );
      }
    }
  }
}

const [folder, output] = process.argv.slice(2);
if (!folder || !output) throw new Error('usage: tsx train/news-to-conll.ts FOLDER OUTPUT');

for (const region of readdirSync(folder).sort()) {
  if (!statSync(join(folder, region)).isDirectory()) continue;
  let sentences = 0;
  const counts: Record<string, number> = {};
  const result: string[] = [];
  for (const file of readdirSync(join(folder, region)).sort()) {
    if (!file.endsWith('.txt')) continue;
    const lines = readFileSync(join(folder, region, file), 'utf8').split(/\r?\n/);
    let document: Line[] = [];
    const flush = (): void => {
      check(document);
      if (document.length) result.push('-DOCSTART- O', '');
      for (const { text, spans, place } of document) {
        const words = tokens(text);
        const tags = tagTokens(words, spans);
        if (!tags) faults.push(`${place}: a name begins or ends inside a token: ${text}`);
        else {
          result.push(
            ...words.map(
              (word, index) => `${text.slice(word.start, word.end)} ${tags[index] ?? 'O'}`,
            ),
            '',
          );
          sentences++;
          for (const span of spans) counts[span.type] = (counts[span.type] ?? 0) + 1;
        }
      }
      document = [];
    };
    for (const [index, line] of lines.entries()) {
      if (/^=+\s*$/.test(line)) flush();
      else if (line.trim())
        document.push(readLine(line.trim(), `${region}/${file}:${String(index + 1)}`));
    }
    flush();
  }
  writeFileSync(join(output, `${basename(region)}.conll`), `${result.join('\n')}\n`);
  console.log(region, sentences, 'sentences', counts);
}
for (const fault of faults) console.log(fault);
console.log(faults.length, 'to look at');
process.exitCode = broken ? 1 : 0;
