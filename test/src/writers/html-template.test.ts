import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { afterEach, describe, expect, it } from 'vitest';
import type { HtmlConfig } from '../../../src/config/types.ts';
import { createPipeline } from '../../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'copydesk-template-'));
afterEach(() => rmSync(join(folder, 'page.html'), { force: true }));

const article = `---
title: '<script>alert("x")</script> & {{authors}}'
authors: ['"><img src=x onerror=alert(1)>']
date: 2022-10-19
url: https://example.org/quay
publication: { name: Northern Trade Review, volume: '12', issue: '48' }
---

The quay was offered for sale (The Guardian, October 3, 2022). They call it {{title}} here.
`;

async function page(template: string | undefined, config: HtmlConfig = {}): Promise<string> {
  if (template !== undefined) writeFileSync(join(folder, 'page.html'), template);
  const html = { ...config, ...(template === undefined ? {} : { template: 'page.html' }) };
  // Without typographic repairs, so that straight quotation marks reach the page.
  const plugins = ['masthead', 'citations'];
  const pipeline = createPipeline({ cwd: folder, config: { html, plugins } });
  const { outputs } = await pipeline.build({ value: article, path: 'a.md', formats: ['html'] });
  return outputs.html as string;
}

function elementsOf(html: string): string[] {
  const names: string[] = [];
  visit(unified().use(rehypeParse).parse(html), 'element', ({ tagName }) => {
    names.push(tagName);
  });
  return names;
}

describe('a template', () => {
  it('is filled in, and every value is text', async () => {
    const html = await page(`<!doctype html>
<html lang="{{lang}}" dir="{{ dir }}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{policy}}">
<title>{{title}} | The Review</title>
{{metadata}}
{{style}}
</head>
<body data-authors="{{authors}}">
<!-- A comment of the house stays: {{title}} -->
<p>{{publication}}, {{volume}}/{{issue}}, <time datetime="{{datetime}}">{{date}}</time>, {{minutes}} min</p>
<a href="{{url}}">here</a>
<main>{{article}}</main>
<script>const braces = "}}";</script>
</body>
</html>`);
    expect(html).toMatch(/^<!doctype html>\n?<html lang="en" dir="ltr"/i);
    expect(html).toMatch(/content="default-src &#x27;none&#x27;; style-src &#x27;sha256-/);
    expect(html).toContain(
      '<title>&#x3C;script>alert("x")&#x3C;/script> &#x26; {{authors}} | The Review</title>',
    );
    expect(html).toContain('<body data-authors="&#x22;><img src=x onerror=alert(1)>">');
    expect(html).toContain(
      '<p>Northern Trade Review, 12/48, <time datetime="2022-10-19">October 19, 2022</time>, 1 min</p>',
    );
    expect(html).toContain('<a href="https://example.org/quay">here</a>');
    expect(html).toContain('<script type="application/ld+json">');
    expect(html).toContain('They call it {{title}} here.');
    expect(html).toContain('<script>const braces = "}}";</script>');
    expect(html).toContain('<!-- A comment of the house stays: {{title}} -->');
    expect(html).not.toContain('copydesk-slot');
    expect(elementsOf(html).filter((name) => name === 'script')).toHaveLength(2);
    expect(elementsOf(html)).not.toContain('img');
  });

  it('may be a part of a page, with the parts of the article in places of their own', async () => {
    const html = await page(
      '<div class="head">{{header}}</div>\n<div class="main">{{text}}</div>\n<footer>{{notes}}</footer>\n',
    );
    expect(html).toMatch(/^<div class="head"><header>/);
    expect(html).toMatch(/<div class="main"><div class="body">/);
    expect(html).toMatch(/<footer><section role="doc-endnotes"/);
    expect(html).not.toContain('<html');
  });

  it.each([
    ['<p>\n  {{autors}}</p>', /page\.html:2:3: .*"\{\{autors\}\}".*Did you mean "authors"\?/s],
    ['<p>{{}}</p>', /page\.html:1:4: Unexpected placeholder/],
    ['<script>\nlet t = "{{title}}";</script>', /page\.html:2:10: .* in a script/s],
    ['<style>p { content: "{{title}}" }</style>', /in a style/],
    ['<p onclick="go({{title}})">x</p>', /page\.html:1:16: .* in the attribute onclick/s],
    ['<p style="color:{{title}}">x</p>', /in the attribute style/],
    ['<a href="{{title}}">x</a>', /at the beginning of href/],
    ['<p title="{{article}}">x</p>', /in the attribute title/],
    ['<title>{{metadata}}</title>', /in a title/],
    ['<!-- {{article}} -->', /in a comment/],
  ])('is refused where a placeholder is none or stands badly: %s', async (template, message) => {
    await expect(page(template)).rejects.toThrow(message);
  });

  it('is refused where there is none', async () => {
    const pipeline = createPipeline({ cwd: folder, config: { html: { template: 'no.html' } } });
    await expect(pipeline.ready()).rejects.toThrow(/Unexpected template "no\.html"/);
  });
});

describe('tags of citations', () => {
  it('tell libraries of an article in a volume', async () => {
    const html = await page(undefined);
    for (const tag of [
      'citation_publication_date" content="2022/10/19"',
      'citation_journal_title" content="Northern Trade Review"',
      'citation_volume" content="12"',
      'citation_issue" content="48"',
      'citation_language" content="en"',
      'citation_public_url" content="https://example.org/quay"',
      'citation_reference" content="citation_journal_title=The Guardian; citation_publication_date=2022/10/03"',
    ]) {
      expect(html).toContain(`<meta name="${tag}`);
    }
  });

  it('are there or not as the config says', async () => {
    expect(await page(undefined, { citationTags: false })).not.toContain('citation_');
    const pipeline = createPipeline({ config: { html: { citationTags: true } } });
    const { outputs } = await pipeline.build({ value: 'A Quay\n\nIt was sold.', path: 'a.txt' });
    expect(outputs.html).toContain('<meta name="citation_title" content="A Quay">');
  });
});
