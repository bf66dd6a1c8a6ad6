import { describe, expect, it } from 'vitest';
import { sentences } from '../../../src/text/index.ts';

/** Each case is written as its sentences; `|` marks where they part in the running text. */
const cases: Record<string, string[]> = {
  'plain text': [
    'The rain stopped.| The river kept rising.',
    'Who knew?| Nobody did!| Well, almost nobody.',
    'One sentence without a stop',
    'A sentence, then a fragment.| And no stop',
    '  Outer space is trimmed.|   Between, too.  ',
    'A line\nbreak is a space.| So\nis this.',
    'Tabs\tand such.|\tA new one.',
    'A no-break space follows.|\u00A0Then it goes on.',
    'Two stops..| Still two sentences.',
    'A blank line ends it\n|\nWithout a stop',
    'He wrote it in lower case. then he slept.',
  ],
  'titles and names': [
    'Mr. Alder met Mrs. Birch.| They spoke.',
    'Dr. Rowan and Prof. Hazel agreed.',
    'Sen. Oak voted against Rep. Elm.',
    'Gen. Ash, Lt. Col. Yew and Sgt. Fir marched.',
    'J. R. Maple wrote it.| It sold well.',
    'J.R. Maple wrote it.| It sold well.',
    'The novelist E. M. Linden lived here.',
    'Sammy Walnut Jr. won.| His father watched.',
    'We saw Sammy Walnut Jr.| The crowd cheered.',
    'They moved to St. Ives and then to Mt. Gretna.',
    'The Rev. Cedar spoke to the Hon. Pine.',
    'She met Gov. Willow.| The talks went well.',
    'Hr. Lind und Fr. Berg kamen.',
    'Arrivé hier, M. Dupont est reparti.| Il reviendra.',
    'El Sr. García y la Sra. Ruiz hablaron.| Luego se fueron.',
    'А. С. Пушкин родился в Москве.| Он был поэтом.',
    'د. أحمد وصل أمس.| ثم غادر.',
  ],
  abbreviations: [
    'The U.S. Senate voted.| It failed.',
    'He moved to the U.S. in May.',
    'He moved to the U.S.| The winters were mild.',
    'She lives in Washington, D.C.| It is warm there.',
    'The D.C. Council met.',
    'They trade with the U.K. and the E.U. daily.',
    'He holds a Ph.D. in botany.| His wife does, too.',
    'Trees, e.g. Oaks, grow slowly.',
    'One kind, i.e. the oak, grows slowly.',
    'Apples, pears, etc. were sold.',
    'They sold apples, pears, etc.| The shop closed at six.',
    'Acme Inc. makes anvils.| Birch Ltd. does not.',
    'Acme Inc. Chairman Wile spoke.',
    'He works for Acme Corp.| The firm is old.',
    'Smith v. Jones was decided.| The court was split.',
    'Roe vs. Wade, cf. Fig. 3, see p. 12.',
    'See No. 5 and Vol. 2, pp. 3–4.',
    'Was it right?| No.| The court said so.',
    'It opens at 5 p.m. Monday.| Doors close at six.',
    'It opens at 5 p.m. EST.',
    'The fire began at 5 p.m.| Police came at six.',
    'It began on Jan. 5 and ended on Sept. 12.',
    'It began in Jan.| The end came in May.',
    'It cost approx. 300 dollars.',
    'Turn into Main St. and walk.| Go on.',
    'They live on Main St.| The house is green.',
    'He was born in Springfield, Ill. in 1901.',
    'Müller et al. found it.| Others did not.',
    'Das gilt z.B. Hunden und d.h. Katzen.',
    'Er kam am 3. Oktober an.| Es regnete.',
    'Es war der 2. Weltkrieg.',
    'Он живёт в г. Москве.| Там холодно.',
    'Sales grew, the company (Nasdaq: ACME) said.',
    'Non-U.S. Citizens queue here.| We waited.',
    'I prefer plan B.| The others prefer plan C.',
    'He knows more than I.| That is sad.',
    'It surprised me.| I had hoped for more.',
    'They were all ill.| Nobody slept.',
    'Springfield, Ill. Mayor Birch was ill.| Elm was not.',
  ],
  'numbers and addresses': [
    'It rose by 3.5 percent.| It fell by .5 later.',
    'The year was 2008.| It was cold.',
    'Version 2.0.1 is out.| Get it.',
    'Go to www.example.com/a.html?b=1 now.| Thanks.',
    'See https://example.org/x.y.| It loads.',
    'Write to jo.doe@example.com.| She answers.',
    'Node.js and ASP.NET are tools.| So is Vim.',
    'It costs $4.| Prices rose.',
    'He ran 100 m. in the heat.',
    'It sold 40,000 copies.| 300 came back.',
  ],
  lists: [
    '1. Try the soup.| It is good.',
    '1.2.3. Try the soup.| It is good.',
    'a. First things first.| Then others.',
    'IV. Of oaks and elms',
    'You need:\n|- flour\n|- eggs\n|• milk',
    'Steps:\n|1. Cut the bread.\n|2. Eat it.',
    'It was on July\n12.| Then it rained.',
    '(1) Cut the bread.| (2) Eat it.',
  ],
  quotations: [
    '“We won,” she said.| “We did.”',
    '“We won.| We lost,” she said.',
    '"We won.| We lost," she said.| "So it goes."',
    '“Why?!” she said.| He shrugged.',
    '“Why?” asked the boy.| Nobody knew.',
    '“Why?” Smith asked.| Nobody knew.',
    '“Why?” Mr. Van Alder asked.| Nobody knew.',
    '“Stop!” Anna Birch shouted.',
    '“Why?”| The boy asked again.',
    '“It is over.”| Smith left.',
    '"It is over."| "Is it?"',
    '‘It is over.’| She left.',
    'She called it “the end.”| He laughed.',
    'He asked, “Are you sure?”| She was.',
    'He wrote: "I am in the U.S."| Then he left.',
    '„Das ist gut.“| Er ging.',
    '„Ist das gut?“, fragte er.| Sie nickte.',
    '« Non ! » dit-il.| Elle partit.',
    '« Je pars. »| Elle partit.',
    '»Das ist gut.«| Er ging.',
    'He spoke.|“We lost.”',
    '*“Emphasis.”*| It stays.',
    'She said it (“No.”) and left.| He stayed.',
    '“Wait…” he said.| She waited.',
    'Really?| “Yes.”| Good.',
    '“Yes,” he said. “we can go.”',
  ],
  'ellipses and marks': [
    'Wait… what?| Nothing.',
    'Wait…| What?',
    'Well... maybe.| Maybe not.',
    'It went on . . . and on.| Then it stopped.',
    'It went on . . . .| Then it stopped.',
    '...and so they left.| The end.',
    '…And so they left.| The end.',
    'What?!| No!!!| Yes…',
    'What‽| No.',
    'Yahoo! News reported it.| So did others.',
    'He works for Yahoo!| The pay is good.',
    'It ended.[3]| Others began.',
    'It ended.¹²| Others began.',
    'Great!| 🎉 Thanks.',
    'He left.| — Then he came back.',
    'Stop!—he said.| She did.',
    'It ended.|The rain went on.',
    'The word.Document type is old.',
    'The new iPhone sold out.| iPads did not.',
    '¿Qué tal?| ¡Muy bien!| ¿Y tú?',
  ],
  brackets: [
    'He left (it was late. Nobody saw him) and slept.| Then he woke.',
    'He left.| (It was late. Nobody saw him.)| Then he woke.',
    'He left (why?) and slept.',
    'He left.| (“It was late.”)| Then he woke.',
    'It is wrong [sic!] Indeed.| So be it.',
    'The act (see sec. 3. It is long).| So be it.',
    'A smile :) never ends.| Or does it?',
    'An open ( bracket.| It goes on.',
    'It grew (by 3.5%).| It shrank.',
  ],
  'other scripts': [
    '雨が降った。|風も吹いた。|寒い!',
    '「雨だ。寒い。」と彼は言った。|彼女は笑った。',
    '我们来了。|你们呢？|走吧！',
    '“我们来了。”他说。|她笑了。',
    '他说：“我们来了。|你们呢？”',
    'ذهب الولد إلى المدرسة.| هل عاد؟| نعم.',
    'وہ آیا۔| وہ گیا۔',
    'राम घर गया।| सीता आई।| क्या हुआ?',
    'श्लोक समाप्त॥| अगला।',
    'הוא הלך הביתה.| היא נשארה!',
    '비가 왔다.| 바람도 불었다.',
    'ሰላም ነው።| እንደምን ነህ?',
    'Ήρθε χθες.| Έφυγε σήμερα.',
    'Он пришёл.| «Привет!» — сказал он.| Она ушла.',
    'Է՞ր եկար։| Գնա։',
    'မိုးရွာတယ်။| လေတိုက်တယ်။',
  ],
};

describe('sentences', () => {
  for (const [name, texts] of Object.entries(cases)) {
    describe(name, () => {
      it.each(texts)('%j', (marked) => {
        const text = marked.replaceAll('|', '');
        const found = sentences(text).map(({ start, end }) => text.slice(start, end));
        expect(found).toEqual(marked.split('|').map((each) => each.trim()));
      });
    });
  }

  it('has a table of at least 100 cases', () => {
    expect(Object.values(cases).flat().length).toBeGreaterThanOrEqual(100);
  });

  it.each(['', '   ', '\n\n'])('finds none in %j', (text) => {
    expect(sentences(text)).toEqual([]);
  });

  it.each(['...', '?!', ')(', '. . .'])('keeps %j in one piece', (text) => {
    expect(sentences(text)).toEqual([{ start: 0, end: text.length }]);
  });

  it('gives ranges in order that hold every letter', () => {
    const text = Object.values(cases).flat().join(' ');
    const found = sentences(text);
    let at = 0;
    for (const { start, end } of found) {
      expect(text.slice(at, start).trim()).toBe('');
      expect(end).toBeGreaterThan(start);
      at = end;
    }
    expect(text.slice(at).trim()).toBe('');
  });

  it.each([
    ['words', 'The rain fell on U.S. Main St. again (so it was). '],
    ['stops', '. '],
    ['points', '.'],
    ['brackets', '('],
    ['closing marks', '.)'],
    ['quotes', '"'],
    ['spaces', ' '],
    ['line feeds', '\n'],
    ['letters', 'a'],
    ['abbreviations', 'a.'],
    ['dashes', '- '],
  ])('is linear in %s', (_, unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const start = performance.now();
    sentences(text);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
