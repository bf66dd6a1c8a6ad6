import { describe, expect, it } from 'vitest';
import { createPipeline } from '../../../src/index.ts';
import { messageId } from '../../../src/model/index.ts';
import { detectLanguage } from '../../../src/text/index.ts';

const samples: Readonly<Record<string, string>> = {
  en: 'The old mill by the river was sold to a family that has lived in the town for years.',
  fr: 'Le vieux moulin au bord de la rivière a été vendu à une famille qui vit dans la ville depuis des années.',
  de: 'Die alte Mühle am Fluss ist an eine Familie verkauft worden, die seit Jahren in der Stadt lebt und nicht mehr weg will.',
  es: 'El viejo molino de la ribera fue vendido a una familia que vive en la ciudad desde hace años y no se quiere ir.',
  it: 'Il vecchio mulino sulla riva è stato venduto a una famiglia che vive da anni nella città e non vuole andare via.',
  pt: 'O velho moinho da margem foi vendido a uma família que vive na cidade há anos e não quer ir embora, mas os filhos são do campo.',
  nl: 'De oude molen aan het water is verkocht aan een familie die al jaren in de stad woont en niet meer weg wil.',
  pl: 'Stary młyn nad rzeką został sprzedany rodzinie, która od lat mieszka w mieście i nie chce się wyprowadzić, bo jest to jej dom.',
  tr: 'Nehir kıyısındaki eski değirmen bir aileye satıldı ve bu aile yıllardır şehirde yaşıyor; çok mutlu olduğu için de gitmiyor.',
  sv: 'Den gamla kvarnen vid ån har sålts till en familj som har bott i staden i många år och inte vill flytta från det.',
  fi: 'Vanha mylly joen rannalla on myyty perheelle, joka on asunut kaupungissa vuosia, ja se ei ole enää tyhjä, mutta vesi oli kylmää.',
  cs: 'Starý mlýn u řeky byl prodán rodině, která je ve městě již po léta a nechce se z něj odstěhovat, ale není bohatá.',
  hu: 'A régi malom a folyó mellett egy olyan családé lett, amely már évek óta a városban él, és nem is akar elmenni, csak ha meg kell.',
  ro: 'Moara veche de pe malul apei a fost vândută unei familii care este din oraș și nu mai vrea să plece, pentru că îi place.',
  id: 'Kincir tua di tepi sungai itu telah dijual kepada keluarga yang tidak akan pindah dari kota ini karena sudah lama tinggal.',
  vi: 'Cối xay cũ bên bờ sông đã được bán cho một gia đình sống trong thành phố từ nhiều năm nay và không muốn rời đi.',
  ru: 'Старая мельница у реки была продана семье, которая много лет живёт в городе.',
  uk: 'Старий млин біля річки продали родині, яка вже багато років живе в місті і не хоче їхати; її дім тут.',
  bg: 'Старата мелница край реката беше продадена на семейство, което от години живее в града; къщата и пътят са тихи, а върбите са зелени.',
  el: 'Ο παλιός μύλος δίπλα στο ποτάμι πουλήθηκε σε μια οικογένεια της πόλης.',
  ar: 'بيعت الطاحونة القديمة على ضفة النهر لعائلة تعيش في المدينة منذ سنوات.',
  fa: 'آسیاب قدیمی کنار رودخانه به خانواده‌ای فروخته شد که چند سال است در شهر زندگی می‌کنند و پدر بزرگ هم هست.',
  he: 'הטחנה הישנה על גדת הנהר נמכרה למשפחה שגרה בעיר שנים רבות.',
  ja: '川のほとりの古い水車小屋は、長年町に住む家族に売られた。',
  zh: '河边的老磨坊卖给了一个在城里住了多年的家庭。',
  ko: '강가의 오래된 방앗간은 오랫동안 도시에 살아온 가족에게 팔렸다.',
  th: 'โรงสีเก่าริมแม่น้ำถูกขายให้กับครอบครัวที่อาศัยอยู่ในเมือง',
  hi: 'नदी के किनारे की पुरानी चक्की शहर में रहने वाले एक परिवार को बेच दी गई।',
  ka: 'მდინარის პირას მდებარე ძველი წისქვილი ოჯახს მიჰყიდეს.',
  hy: 'Գետի ափին գտնվող հին ջրաղացը վաճառվել է մի ընտանիքի։',
  am: 'በወንዙ ዳርቻ ያለው አሮጌ ወፍጮ ለአንድ ቤተሰብ ተሸጠ።',
};

describe('the language of a text', () => {
  it.each(Object.entries(samples))('%s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each(['', 'Paris', 'Vladimir Putin, Angela Merkel, Emmanuel Macron', '1 2 3', '¡Hola!'])(
    'is not told by “%s”',
    (text) => {
      expect(detectLanguage(text)).toBeUndefined();
    },
  );

  it('is that of most of it, not of a quotation', () => {
    const text = `${(samples['en'] as string).repeat(3)} “${samples['fr'] as string}”`;
    expect(detectLanguage(text)).toBe('en');
  });
});

describe('an article in another language', () => {
  const pipeline = createPipeline({ config: {} });
  const text = `Die alte Mühle\n\n${(samples['de'] as string).replace('.', ' (Reuters, May 5, 2022).')}\n\nDie NATO und die Vereinten Nationen haben sich zu der Frage nicht geäußert, und auch der Besitzer ist nicht zu sprechen.\n`;

  it('is told once, with its language in the page, and keeps its notes', async () => {
    const { article, outputs, file } = await pipeline.build({ value: text, path: 'a.txt' });
    expect(article.metadata.language).toBe('de');
    expect(outputs.html).toContain('lang="de"');
    const ids = file.messages.map((message) => messageId(message));
    expect(ids.filter((id) => id === 'reader/language-not-english')).toHaveLength(1);
    expect(ids.filter((id) => id.startsWith('entities/'))).toEqual([]);
    expect(article.citations).toHaveLength(1);
    expect(article.pullQuotes).toEqual([]);
  });

  it('is what its front matter says', async () => {
    const value = `---\nlanguage: en\n---\n\n${text}`;
    const { article, file } = await pipeline.build({ value, path: 'a.md' });
    expect(article.metadata.language).toBe('en');
    expect(file.messages.map((message) => messageId(message))).not.toContain(
      'reader/language-not-english',
    );
  });

  it('runs from right to left where its script does', async () => {
    const { outputs } = await pipeline.build({ value: samples['ar'] as string, path: 'a.txt' });
    expect(outputs.html).toContain('lang="ar" dir="rtl"');
  });
});
