/** Footnotes in the shapes that generators, plug-ins and hands give them. */
import { describe, expect, it } from 'vitest';
import { markdownOf } from './read.ts';

const expected =
  'Salt was made here.[^1] It was sold.[^2]\n\n[^1]: Rolls, *vol. 2*.\n\n[^2]: Letters.';

const shapes: Record<string, string> = {
  mammoth:
    '<p>Salt was made here.<sup><a href="#footnote-0" id="footnote-ref-0">[0]</a></sup> It was sold.<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup></p><ol><li id="footnote-0"><p> Rolls, <em>vol. 2</em>. <a href="#footnote-ref-0">↑</a></p></li><li id="footnote-1"><p> Letters. <a href="#footnote-ref-1">↑</a></p></li></ol>',
  'remark-rehype':
    '<p>Salt was made here.<sup><a href="#user-content-fn-a" id="user-content-fnref-a" data-footnote-ref aria-describedby="footnote-label">1</a></sup> It was sold.<sup><a href="#user-content-fn-b" id="user-content-fnref-b" data-footnote-ref>2</a></sup></p><section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2><ol><li id="user-content-fn-a"><p>Rolls, <em>vol. 2</em>. <a href="#user-content-fnref-a" data-footnote-backref aria-label="Back">↩</a></p></li><li id="user-content-fn-b"><p>Letters. <a href="#user-content-fnref-b" data-footnote-backref>↩</a></p></li></ol></section>',
  pandoc:
    '<p>Salt was made here.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> It was sold.<a href="#fn2" class="footnote-ref" id="fnref2" role="doc-noteref"><sup>2</sup></a></p><section class="footnotes" role="doc-endnotes"><hr /><ol><li id="fn1"><p>Rolls, <em>vol. 2</em>.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li><li id="fn2"><p>Letters.<a href="#fnref2" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
  'WordPress, core':
    '<p>Salt was made here.<sup data-fn="a1" class="fn"><a href="#a1" id="a1-link">1</a></sup> It was sold.<sup data-fn="b2" class="fn"><a href="#b2" id="b2-link">2</a></sup></p><ol class="wp-block-footnotes"><li id="a1">Rolls, <em>vol. 2</em>. <a href="#a1-link" aria-label="Jump">↩︎</a></li><li id="b2">Letters. <a href="#b2-link">↩︎</a></li></ol>',
  'WordPress, Jetpack':
    '<p>Salt was made here.<sup class="footnote"><a href="#fn-10-1" id="fnref-10-1" onclick="x()">1</a></sup> It was sold.<sup class="footnote"><a href="#fn-10-2" id="fnref-10-2">2</a></sup></p><div class="footnotes"><hr><ol><li id="fn-10-1">Rolls, <em>vol. 2</em>. <span class="footnotereverse"><a href="#fnref-10-1">↩</a></span></li><li id="fn-10-2">Letters. <span class="footnotereverse"><a href="#fnref-10-2">↩</a></span></li></ol></div>',
  Substack:
    '<p>Salt was made here.<a class="footnote-anchor" data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-1" href="#footnote-1">1</a> It was sold.<a class="footnote-anchor" id="footnote-anchor-2" href="#footnote-2">2</a></p><div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>Rolls, <em>vol. 2</em>.</p></div></div><div class="footnote"><a id="footnote-2" href="#footnote-anchor-2" class="footnote-number">2</a><div class="footnote-content"><p>Letters.</p></div></div>',
  Word: '<p>Salt was made here.<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> It was sold.<a href="#_ftn2" name="_ftnref2"><sup>[2]</sup></a></p><hr><div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a> Rolls, <i>vol. 2</i>.</p></div><div id="ftn2"><p class="MsoFootnoteText"><a href="#_ftnref2" name="_ftn2"><sup>[2]</sup></a> Letters.</p></div>',
  LibreOffice:
    '<p>Salt was made here.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> It was sold.<a class="sdfootnoteanc" name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a></p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Rolls, <i>vol. 2</i>.</p></div><div id="sdfootnote2"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote2sym" href="#sdfootnote2anc">2</a> Letters.</p></div>',
  MediaWiki:
    '<p>Salt was made here.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup> It was sold.<sup id="cite_ref-2" class="reference"><a href="#cite_note-2">[2]</a></sup></p><h2>References</h2><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span class="reference-text">Rolls, <i>vol. 2</i>.</span></li><li id="cite_note-2"><span class="mw-cite-backlink"><b><a href="#cite_ref-2">^</a></b></span> <span class="reference-text">Letters.</span></li></ol>',
  'a raised link and a list':
    '<p>Salt was made here.<sup><a href="#n1">1</a></sup> It was sold.<sup><a href="#n2">2</a></sup></p><h3>Notes</h3><ol><li id="n1">Rolls, <i>vol. 2</i>.</li><li id="n2">Letters.</li></ol>',
  'a raised link and typed numbers':
    '<p>Salt was made here.<sup><a href="#n1">1</a></sup> It was sold.<sup><a href="#n2">2</a></sup></p><hr><p id="n1">1. Rolls, <i>vol. 2</i>.</p><p id="n2">[2] Letters.</p>',
  stars:
    '<p>Salt was made here.<a href="#s1">*</a> It was sold.<a href="#s2">**</a></p><p><a name="s1"></a>* Rolls, <i>vol. 2</i>.</p><p><a name="s2"></a>** Letters.</p>',
  'full addresses':
    '<link rel="canonical" href="https://x.example/salt"><p>Salt was made here.<sup><a href="https://x.example/salt#n1">1</a></sup> It was sold.<sup><a href="https://www.x.example/salt/#n2">2</a></sup></p><ol><li id="n1">Rolls, <i>vol. 2</i>.</li><li id="n2">Letters.</li></ol>',
};

describe('notes', () => {
  it.each(Object.entries(shapes))('of %s', (_, html) => {
    expect(markdownOf(html)).toBe(expected);
  });

  it('with several paragraphs and lists', () => {
    const html =
      '<p>A.<sup><a href="#f" id="r">1</a></sup></p><ol><li id="f"><p>One <b>two</b>.</p><ul><li>x</li></ul><p>End. <a href="#r">↩</a></p></li></ol>';
    expect(markdownOf(html)).toBe('A.[^1]\n\n[^1]: One **two**.\n\n    - x\n\n    End.');
  });

  it('that two marks share', () => {
    const html =
      '<p>A<sup><a href="#f" id="r1">1</a></sup> b<sup><a href="#f" id="r2">1</a></sup>.</p><ol><li id="f">Note. <a href="#r1">a</a> <a href="#r2">b</a></li></ol>';
    expect(markdownOf(html)).toBe('A[^1] b[^1].\n\n[^1]: Note.');
  });

  it('whose marks stand in notes', () => {
    const html =
      '<p>A<sup><a href="#f1">1</a></sup>.</p><ol><li id="f1">One<sup><a href="#f2">2</a></sup>.</li><li id="f2">Two.</li></ol>';
    expect(markdownOf(html)).toBe('A[^1].\n\n[^1]: One[^2].\n\n[^2]: Two.');
  });

  it('leave what no mark leads to', () => {
    const html =
      '<p>A<sup><a href="#f1">1</a></sup>.</p><ol><li id="f1">One.</li><li id="f2">Two.</li></ol>';
    expect(markdownOf(html)).toBe('A[^1].\n\n1. Two.\n\n[^1]: One.');
  });

  it('are no links to sections, and no marks without a note', () => {
    expect(markdownOf('<p>See <a href="#a">a</a>.</p><h2 id="a">Part a</h2><p>x</p>')).toBe(
      'See a.\n\n## Part a\n\nx',
    );
    expect(markdownOf('<p>See<sup><a href="#none">1</a></sup>.</p>')).toBe('See¹.');
    expect(
      markdownOf('<p>See<sup><a href="https://x.example/b#c">1</a></sup>.</p><p id="c">1. x</p>'),
    ).toContain('https://x.example/b#c');
  });
});
