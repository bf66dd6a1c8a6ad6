import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  bioSpans,
  layOut,
  layOutSentence,
  readConll,
  tagTokens,
} from '../../train/entities/conll.ts';
import { measure, paragraphs } from '../../train/entities/measure.ts';
import { romanise } from '../../train/entities/names.ts';
import { tokens } from '../../src/text/tokens.ts';

describe('layOut', () => {
  it('sets words as print has them', () => {
    expect(
      layOut(['"', 'No', ',', '"', 'said', 'Ama', "'s", 'aunt', '(', '61', ')', '.']).text,
    ).toBe('"No," said Ama\'s aunt (61).');
  });

  it('closes up hyphens between words', () => {
    expect(layOut(['a', 'Lagos', '-', 'based', 'firm']).text).toBe('a Lagos-based firm');
  });

  it('keeps each word’s place', () => {
    const words = ['The', 'Hague', '-', 'born', 'judge', "'s", 'view'];
    const { text, starts, ends } = layOut(words);
    expect(words.map((_, index) => text.slice(starts[index], ends[index]))).toEqual(words);
  });
});

describe('spans and tags', () => {
  it('go into each other', () => {
    const sentence = {
      words: ['Ama', 'Owusu', 'left', 'Cape', 'Coast', '.'],
      tags: ['B-PER', 'I-PER', 'O', 'B-LOC', 'I-LOC', 'O'],
    };
    const { text, spans } = layOutSentence(sentence);
    expect(spans.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`)).toEqual([
      'PER Ama Owusu',
      'LOC Cape Coast',
    ]);
    expect(tagTokens(tokens(text), spans)).toEqual(sentence.tags);
    expect(bioSpans(['I-PER', 'O', 'B-LOC', 'B-LOC'])).toHaveLength(3);
  });

  it('are refused inside a token', () => {
    expect(tagTokens([{ start: 0, end: 5 }], [{ start: 0, end: 3, type: 'PER' }])).toBeUndefined();
  });
});

describe('readConll', () => {
  it('cuts documents at their marks, or by size', () => {
    const folder = mkdtempSync(join(tmpdir(), 'conll-'));
    const marked = join(folder, 'marked.conll');
    writeFileSync(marked, '-DOCSTART- O\n\nAma B-PER\n. O\n\nYes O\n\n-DOCSTART- O\n\nNo O\n');
    expect(readConll(marked).map((document) => document.length)).toEqual([2, 1]);
    const plain = join(folder, 'plain.conll');
    writeFileSync(plain, 'Yes O\n\n'.repeat(45));
    expect(readConll(plain).map((document) => document.length)).toEqual([20, 20, 5]);
  });
});

describe('measure', () => {
  const document = [
    { words: ['Ama', 'Owusu', 'left', 'Accra', '.'], tags: ['B-PER', 'I-PER', 'O', 'B-LOC', 'O'] },
    { words: ['Shell', 'stayed', '.'], tags: ['B-ORG', 'O', 'O'] },
  ];

  it('counts exact extent and type', async () => {
    const text = 'Ama Owusu left Accra. Shell stayed.';
    expect(paragraphs(document).map((each) => each.text)).toEqual([text]);
    const found = [
      { block: 0, start: 0, end: 9, type: 'PER', confidence: 1 },
      { block: 0, start: 15, end: 20, type: 'ORG', confidence: 1 },
      { block: 0, start: 22, end: 34, type: 'ORG', confidence: 1 },
    ];
    const { total, spans, byType } = await measure([document], () => found, ['PER', 'ORG', 'LOC']);
    expect(total).toEqual({ right: 1, found: 3, annotated: 3 });
    expect(spans.right).toBe(2);
    expect(byType.get('LOC')).toEqual({ right: 0, found: 0, annotated: 1 });
  });
});

describe('romanise', () => {
  it('spells other alphabets out', () => {
    expect(romanise('Анна')).toBe('Anna');
    expect(romanise('Δημήτρης')).toBe('Dimitris');
    expect(romanise('José')).toBe('José');
    expect(romanise('山田')).toBeUndefined();
  });
});
