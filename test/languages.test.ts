/** Articles in many scripts, in every format that is read: nothing crashes, nothing is lost, and what knows English alone steps aside once. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createPipeline, type BuildResult, type Pipeline } from '../src/index.ts';
import { docx, paragraph, run } from './src/readers/docx/docx.ts';

/** Headline and paragraphs; the code of the language, where it isn't English. */
const articles: Readonly<Record<string, { language?: string; lines: readonly string[] }>> = {
  Arabic: {
    language: 'ar',
    lines: [
      'المكتبة الجديدة تفتح أبوابها',
      'فتحت المكتبة الجديدة أبوابها صباح يوم الأحد، وجاء إليها أكثر من ألف زائر في اليوم الأول. وقالت المديرة إن الكتب ستبقى مجانية للجميع.',
      'وأضافت: «نريد أن يقرأ كل طفل في هذه المدينة كتابًا واحدًا على الأقل كل شهر».',
    ],
  },
  Hebrew: {
    language: 'he',
    lines: [
      'הספרייה החדשה נפתחה',
      'הספרייה החדשה נפתחה ביום ראשון בבוקר, ויותר מאלף איש באו אליה כבר ביום הראשון. המנהלת אמרה שהספרים יישארו בחינם לכולם.',
      '״אנחנו רוצים שכל ילד בעיר יקרא לפחות ספר אחד בחודש״, אמרה.',
    ],
  },
  Chinese: {
    language: 'zh',
    lines: [
      '新图书馆开馆',
      '新图书馆在星期天早上开馆，第一天就来了一千多人。馆长说，这里的书对所有人都是免费的。',
      '她说：“我们希望这座城市的每个孩子每个月至少读一本书。”',
    ],
  },
  Japanese: {
    language: 'ja',
    lines: [
      '新しい図書館が開館',
      '新しい図書館が日曜日の朝に開館し、最初の日に千人以上が訪れた。館長は、本は誰でも無料で読めると話した。',
      '「この町の子どもに、毎月少なくとも一冊は読んでほしい」と館長は語った。',
    ],
  },
  Korean: {
    language: 'ko',
    lines: [
      '새 도서관이 문을 열다',
      '새 도서관이 일요일 아침에 문을 열었고 첫날에 천 명이 넘는 사람이 찾아왔다. 관장은 책을 누구나 무료로 읽을 수 있다고 말했다.',
      '“이 도시의 아이들이 한 달에 책을 한 권은 읽기를 바랍니다.”라고 그는 덧붙였다.',
    ],
  },
  Thai: {
    language: 'th',
    lines: [
      'ห้องสมุดใหม่เปิดแล้ว',
      'ห้องสมุดใหม่เปิดให้บริการเมื่อเช้าวันอาทิตย์ และมีผู้มาเยี่ยมชมมากกว่าหนึ่งพันคนในวันแรก ผู้อำนวยการกล่าวว่าหนังสือทุกเล่มอ่านได้ฟรี',
      '“เราอยากให้เด็กทุกคนในเมืองนี้อ่านหนังสืออย่างน้อยเดือนละหนึ่งเล่ม” เธอกล่าว',
    ],
  },
  Hindi: {
    language: 'hi',
    lines: [
      'नया पुस्तकालय खुला',
      'नया पुस्तकालय रविवार की सुबह खुला और पहले ही दिन एक हज़ार से अधिक लोग वहाँ आए। निदेशक ने कहा कि किताबें सबके लिए मुफ़्त रहेंगी।',
      '“हम चाहते हैं कि इस शहर का हर बच्चा महीने में कम से कम एक किताब पढ़े,” उन्होंने कहा।',
    ],
  },
  Russian: {
    language: 'ru',
    lines: [
      'Новая библиотека открылась',
      'Новая библиотека открылась в воскресенье утром, и в первый же день в неё пришло больше тысячи человек. Директор сказала, что книги останутся бесплатными для всех.',
      '«Мы хотим, чтобы каждый ребёнок в этом городе читал хотя бы одну книгу в месяц», — добавила она.',
    ],
  },
  Greek: {
    language: 'el',
    lines: [
      'Άνοιξε η νέα βιβλιοθήκη',
      'Η νέα βιβλιοθήκη άνοιξε το πρωί της Κυριακής και την πρώτη ημέρα ήρθαν περισσότεροι από χίλιοι άνθρωποι. Η διευθύντρια είπε ότι τα βιβλία θα μείνουν δωρεάν για όλους.',
    ],
  },
  'emoji with joiners and variants': {
    lines: [
      'The crew waves',
      'The crew 👩‍🚀👨🏽‍🚀 waved to the family 👨‍👩‍👧‍👦 on the quay, and a flag 🏳️‍🌈 was hoisted beside that of the town 🇳🇴 before noon.',
      'Nobody knew what the keycap 7️⃣ on the funnel stood for, or the sign ☎︎ beneath it.',
    ],
  },
  'combining marks': {
    lines: [
      'A cafe\u0301 by the A\u030Angstro\u0308m',
      'The cafe\u0301 that Zoe\u0308 and Nguye\u0302\u0303n opened by the river serves a naïve pa\u0302te\u0301, and Z̸̢a̴l͜g̵o̶ is on the menu too.',
      'Its sign has been read as Tie\u0302\u0301ng Vie\u0323\u0302t by those who know the language.',
    ],
  },
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const formats: Readonly<Record<string, (lines: readonly string[]) => string | Uint8Array>> = {
  txt: (lines) => `${lines.join('\n\n')}\n`,
  md: ([title = '', ...lines]) => `# ${title}\n\n${lines.join('\n\n')}\n`,
  html: ([title = '', ...lines]) =>
    `<!DOCTYPE html><meta charset=utf-8><body><article><h1>${escaped(title)}</h1>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</article>`,
  docx: ([title = '', ...lines]) =>
    docx({
      body: `${paragraph(run(escaped(title)), '<w:pStyle w:val="Title"/>')}${lines.map((line) => paragraph(run(escaped(line)))).join('')}`,
    }),
};

/** Letters, figures, marks and signs that say something, in their order: quotation marks and spaces may have changed. */
function said(text: string): string {
  const silent = /(?!\u200D)[^\p{L}\p{M}\p{N}\p{S}\p{Emoji_Presentation}]/gu;
  return text.normalize('NFC').replace(silent, '');
}

let pipeline: Pipeline;
beforeAll(() => {
  pipeline = createPipeline({ config: {} });
});

function build(value: string | Uint8Array, format: string): Promise<BuildResult> {
  return pipeline.build({ value, path: `a.${format}`, formats: ['markdown', 'html', 'txt'] });
}

const cases = Object.entries(articles).flatMap(([name, article]) =>
  Object.keys(formats).map((format) => ({ name, format, ...article })),
);

describe('nothing is lost', () => {
  it.each(cases)('of $name in $format', async ({ format, language, lines }) => {
    const make = formats[format] as (lines: readonly string[]) => string;
    const { article, outputs, file } = await build(make(lines), format);
    const [markdown, html, txt] = ['markdown', 'html', 'txt'].map((name) => said(outputs[name] ?? '')) as [string, string, string]; // prettier-ignore
    for (const line of lines) {
      for (const output of [markdown, html, txt]) expect(output).toContain(said(line));
    }
    expect(article.metadata.title).toBeTruthy();
    expect(article.metadata.language.split('-')[0]).toBe(language ?? 'en');
    expect(outputs['html']).toMatch(new RegExp(`<html lang="${language ?? 'en'}`));
    expect(/<html[^>]* dir="rtl"/.test(outputs['html'] ?? '')).toBe(
      /^(?:ar|he)$/.test(language ?? ''),
    );
    const told = file.messages.filter(({ ruleId }) => ruleId === 'language-not-english');
    expect(told).toHaveLength(language === undefined ? 0 : 1);
    expect(file.messages.filter(({ ruleId }) => ruleId === 'replacement-character')).toEqual([]);
  });
});

describe('line endings', () => {
  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
    ['line and paragraph separators among them', '\n', '\u2028', '\u2029'],
  ])('%s part the same paragraphs', async (_name, ending, ...others) => {
    const lines = [
      'The harbour',
      'The ferry left at noon, and nobody saw it.',
      'The tide was late.',
    ];
    for (const format of ['txt', 'md']) {
      const value = (formats[format] as (lines: readonly string[]) => string)(lines);
      const { article } = await build(value.replaceAll('\n', ending), format);
      expect(article.metadata.title).toBe(lines[0]);
      expect(article.text).toBe(lines.slice(1).join('\n\n'));
    }
    for (const other of others) {
      const { outputs } = await build(`The harbour\n\nOne${other}two and three.\n`, 'txt');
      expect(outputs['markdown']).toMatch(/One\s+two and three/);
    }
  });
});

describe('what no text can hold', () => {
  const broken: [string, string | Uint8Array][] = [
    ['NUL', 'The ferry\0 left at noon, and nobody saw it.'],
    ['a lone surrogate in UTF-16', new Uint8Array(Buffer.from('\uFEFFThe ferry\uD800 left at noon, and nobody saw it.', 'utf16le'))], // prettier-ignore
    ['a broken byte', Buffer.concat([Buffer.from('“The café of Zoë,” he said, “is the crêperie’s – and naïve.” The ferry'), Buffer.from([0xc3]), Buffer.from(' left at noon, and nobody saw it.')])], // prettier-ignore
  ];
  it.each(broken)('%s becomes U+FFFD, and is told', async (_name, value) => {
    for (const format of ['txt', 'md', 'html']) {
      const { outputs, file } = await build(value, format);
      expect(outputs['markdown']).toMatch(/ferry\uFFFD left at noon/);
      expect(outputs['html']).not.toMatch(/\0|\p{Surrogate}/u);
      const told = file.messages.filter(({ reason }) => reason.includes('replaced by U+FFFD'));
      expect(told).toHaveLength(1);
    }
  });

  it('a lone surrogate in a string becomes U+FFFD, and is told', async () => {
    const { outputs, file } = await build('The ferry\uDC00 left at noon.', 'txt');
    expect(outputs['markdown']).toContain('ferry\uFFFD left');
    expect(file.messages.map(({ reason }) => reason).join('\n')).toContain('replaced by U+FFFD');
  });
});
