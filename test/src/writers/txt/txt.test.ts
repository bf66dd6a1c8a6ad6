import { describe, expect, it } from 'vitest';
import { createPipeline } from '../../../../src/index.ts';
import type { TxtConfig } from '../../../../src/config/types.ts';
import { columnsOf, wrap } from '../../../../src/writers/txt/wrap.ts';

async function txt(markdown: string, config: TxtConfig = {}): Promise<string> {
  const pipeline = createPipeline({
    config: { plugins: ['masthead', 'pull-quotes'], txt: config },
  });
  const { outputs } = await pipeline.build({ value: markdown, path: 'a.md', formats: ['txt'] });
  return outputs.txt as string;
}

const article = `---
title: A Quay for Sale
subtitle: Nobody wants it
authors: [Anna Birch, Bo Lind]
date: 2022-10-19
publication: { name: Northern Trade Review, volume: '12', issue: '48' }
images:
  - { src: a.png, caption: The quay in spring, credit: A. Roe }
pullQuotes: ["Nobody in the town had ever wanted a second quay."]
---

The quay was *offered* for sale.[^b] Nobody in the town had ever wanted a second quay.[^a]

## What it costs

- [a crane](https://example.org/crane), with its driver
- two men

  and a dog

1. one
2. two

> It was a quay
> to be proud of.

| Year | Ships |
| :--- | ----: |
| 1998 | 412 |
| 2008 | 7 |

    code  stays

***

It was sold on a Tuesday, and by Friday the first ship lay there.[^b]

[^a]: *The Guardian*, October 3, 2022.
[^b]: Reuters.
`;

describe('plain text', () => {
  it('is the article as it can be read anywhere, with the notes at the end', async () => {
    expect(await txt(article)).toBe(`A Quay for Sale
===============

Nobody wants it

Northern Trade Review, Volume 12, Issue 48

By Anna Birch and Bo Lind
October 19, 2022

[The quay in spring (A. Roe)]

The quay was offered for sale.[1] Nobody in the town had ever wanted a second quay.[2]

What it costs
-------------

- a crane <https://example.org/crane>, with its driver

- two men

  and a dog

1. one
2. two

> It was a quay to be proud of.

Year  Ships
----  -----
1998    412
2008      7

    code  stays

* * *

It was sold on a Tuesday, and by Friday the first ship lay there.[1]

Notes
-----

[1] Reuters.
[2] The Guardian, October 3, 2022.
`);
  });

  it('marks pull quotes where it is asked to', async () => {
    const text = await txt(article, { pullQuotes: 'mark' });
    expect(text).toContain('\n\n| Nobody in the town had ever wanted a second quay.\n\n');
  });

  it('wraps lines at the width that is asked for, lists and notes with their indent', async () => {
    const text = await txt(
      `# A\n\nThe quay was offered for sale, and nobody came.\n\n- a crane with its driver and a very long chain\n\nIt ended.[^1]\n\n[^1]: *The Guardian*, the third of October, 2022.\n`,
      { width: 24 },
    );
    expect(text).toContain('The quay was offered for\nsale, and nobody came.\n');
    expect(text).toContain('- a crane with its\n  driver and a very long\n  chain\n');
    expect(text).toContain('[1] The Guardian, the\n    third of October,\n    2022.\n');
    for (const line of text.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(24);
  });

  it('takes time linear in runs of white space', async () => {
    const run = '\u2003'.repeat(200_000);
    const start = performance.now();
    await txt(`# A\n\nOne${run}two.\n\n<div>${'<b> </b>'.repeat(10_000)}</div>\n`);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('keeps the words of raw HTML and none of its markup', async () => {
    const text = await txt(
      '# A\n\n<div><p>One <b>two</b></p><script>alert(1)</script></div>\n\nThree<br>four <i>five</i>.\n',
    );
    expect(text).toContain('\n\nOne two\n\nThree\nfour five.\n');
  });
});

describe('wrap', () => {
  it('breaks scripts without spaces between characters, and not before a closing mark', () => {
    expect(wrap('港口已经关闭了，没有人来。', 12)).toEqual(['港口已经关闭', '了，没有人', '来。']);
  });

  it('keeps a word that is too long, and a space that may not be broken', () => {
    expect(wrap('a incomprehensible b', 6)).toEqual(['a', 'incomprehensible', 'b']);
    expect(wrap('in 5\u00A0000 tonnes', 7)).toEqual(['in', '5\u00A0000', 'tonnes']);
  });
});
