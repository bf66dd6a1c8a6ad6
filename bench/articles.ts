/**
 * Articles by a seeded grammar, for measuring and for tests of many: the same seed gives the same article on every machine. They are as
 * varied as what copydesk has to deal with: headlines, mastheads, captions, names, quotations, citations of all kinds, typing and copying
 * damage, in raw text, Markdown and HTML.
 */

export interface GeneratedArticle {
  /** With the ending of its format. */
  name: string;
  content: string;
}

export interface ArticleShape {
  /** About how long it is to be, in characters. Default: 1500 to 12000. */
  length?: number;
  /** Default: mostly text. */
  format?: 'text' | 'markdown' | 'html';
}

/** Numbers that look like chance, from 0 up to 1, the same for the same seed (the mulberry32 generator). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Articles number `from` to `from + count` of a seed. */
export function* generateArticles(
  count: number,
  { seed = 1, from = 0, ...shape }: ArticleShape & { seed?: number; from?: number } = {},
): Generator<GeneratedArticle> {
  for (let index = from; index < from + count; index++) yield generateArticle(seed, index, shape);
}

export function generateArticle(
  seed: number,
  index: number,
  { length, format }: ArticleShape = {},
): GeneratedArticle {
  const chance = new Chance(randomNumbers(seed * 1_000_003 + index * 7919));
  const kind = format ?? chance.weighted({ text: 7, markdown: 2, html: 1 });
  const story = new Story(chance, length ?? 1500 + Math.floor(chance.number() ** 2 * 10_500));
  const number = String(index).padStart(6, '0');
  const slug = story.headline
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .slice(0, 40);
  const ending = { text: 'txt', markdown: 'md', html: 'html' }[kind];
  return { name: `${number}-${slug}.${ending}`, content: printers[kind](story) };
}

class Chance {
  readonly number: () => number;

  constructor(number: () => number) {
    this.number = number;
  }

  below(count: number): number {
    return Math.floor(this.number() * count);
  }

  one<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  is(share: number): boolean {
    return this.number() < share;
  }

  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name {
    const names = Object.keys(weights) as Name[];
    let left = this.number() * names.reduce((sum, name) => sum + weights[name], 0);
    return names.find((name) => (left -= weights[name]) < 0) ?? (names[0] as Name);
  }
}

const givenNames = 'Ana Mihai Elena Tomás Ingrid Yusuf Priya Kwame Sofia Lars Aiko Brigid Omar Zofia Mateo Nadia Hugh Leïla Piotr Chen'.split(' '); // prettier-ignore
const familyNames = 'Petrović Dobre Marin Okafor Lindqvist Haddad Raman Mensah Costa Berg Tanaka O’Hara Farouk Nowak Vega Karim Penrose Benali Wójcik Liu'.split(' '); // prettier-ignore
const roles = ['Minister', 'Professor', 'Mayor', 'Judge', 'Captain', 'Senator', 'Dr.', 'Secretary']; // prettier-ignore
const towns = ['Bergen', 'Constanța', 'Nairobi', 'Ghent', 'Valparaíso', 'Osaka', 'Aberdeen', 'Tbilisi', 'Oran', 'Halifax', 'Split', 'Cork']; // prettier-ignore
const countries = ['Norway', 'Romania', 'Kenya', 'Belgium', 'Chile', 'Japan', 'Scotland', 'Georgia', 'Algeria', 'Canada']; // prettier-ignore
const bodies = ['Harbour Board (HB)', 'National Grain Council (NGC)', 'Institute for River Studies (IRS)', 'Union of Dock Workers (UDW)', 'Office of Public Works (OPW)', 'Northern Trade Association (NTA)']; // prettier-ignore
const outlets = ['Reuters', 'The Guardian', 'Agerpres', 'Le Monde', 'TASS', 'The Northern Echo', 'Nikkei', 'Xinhua', 'Der Spiegel', 'The Economist', 'Al Jazeera', 'El País']; // prettier-ignore
const months = 'January February March April May June July August September October November December'.split(' '); // prettier-ignore
const things = ['the harbour', 'a new bridge', 'the grain trade', 'the night train', 'a river survey', 'the fish market', 'the old customs house', 'winter wheat', 'the ferry line', 'a public library', 'the tram depot', 'deep wells']; // prettier-ignore
const actions = ['was built for another century', 'has doubled its traffic since the reform', 'cost far more than anyone had planned', 'divides the council to this day', 'will close for repairs in the spring', 'depends on a single supplier', 'became the pride of the town', 'may not outlast the decade', 'feeds a third of the province', 'is watched from abroad with some envy']; // prettier-ignore
const reasons = ['because the money ran out', 'although nobody had asked for it', 'as the figures of last year show', 'when the water fell to its lowest mark', 'since the law was changed', 'while the neighbours looked on', 'until a court stopped the work', 'even where the soil is poor']; // prettier-ignore
const openers = ['In truth, ', 'Meanwhile ', 'For most residents, ', 'On paper, ', 'By the end of the year, ', 'Nobody disputes that ', 'Critics say that ', 'It is no secret that ', '', '', '', '']; // prettier-ignore
const verbs = ['said', 'told reporters', 'argued', 'wrote', 'admitted', 'warned'];
const sayings = ['We did not choose this, but we can live with it', 'A town that forgets its water will be thirsty', 'Nobody came here to get rich', 'The figures are good, and yet the people are tired', 'It is cheaper to listen than to rebuild', 'What was true for our parents is no longer true for us']; // prettier-ignore

interface Block {
  kind: 'paragraph' | 'heading' | 'item' | 'quote';
  text: string;
}

/** What an article says, in whatever format it is delivered. */
class Story {
  readonly headline: string;
  readonly byline: string | undefined;
  readonly publication: string | undefined;
  readonly caption: string | undefined;
  readonly blocks: Block[] = [];
  readonly #chance: Chance;
  readonly #year: number;
  readonly #cast: string[];

  constructor(chance: Chance, length: number) {
    this.#chance = chance;
    this.#year = 2005 + chance.below(20);
    this.#cast = Array.from(
      { length: 4 },
      () => `${chance.one(givenNames)} ${chance.one(familyNames)}`,
    );
    const subject = capital(chance.one(things));
    this.headline = chance.one([
      `How ${chance.one(towns)} Lost ${subject}`,
      `${subject} and the People of ${chance.one(towns)}`,
      `${chance.one(countries)} Looks Again at ${subject}`,
      `What ${subject} Tells Us`,
    ]);
    if (chance.is(0.5)) this.byline = `By ${this.#cast[0] as string}`;
    if (chance.is(0.4)) {
      this.publication = `Publication: ${chance.one(outlets)} Volume: ${1 + chance.below(60)} Issue: ${1 + chance.below(52)}`;
    }
    if (chance.is(0.5)) {
      const cut = chance.is(0.2) ? ' (Source:' : ` (Photo: ${chance.one(outlets)})`;
      this.caption = `${this.#person()} at ${chance.one(things)} in ${chance.one(towns)}${cut}`;
    }
    for (let size = 0; size < length;) {
      const block = this.#block(size === 0);
      size += block.text.length;
      this.blocks.push(block);
    }
  }

  #block(isFirst: boolean): Block {
    const chance = this.#chance;
    const kind = isFirst ? 'paragraph' : chance.weighted({ paragraph: 20, heading: 2, item: 1, quote: 1 }); // prettier-ignore
    if (kind === 'heading') return { kind, text: capital(chance.one(things)) };
    if (kind === 'item')
      return { kind, text: `${capital(chance.one(things))}: ${this.#sentence()}` };
    const count = kind === 'quote' ? 2 : 3 + chance.below(6);
    const text = Array.from({ length: count }, () => this.#sentence()).join(' ');
    return { kind, text: damaged(text, chance) };
  }

  #sentence(): string {
    const chance = this.#chance;
    if (chance.is(0.18)) {
      return `“${chance.one(sayings)},” ${chance.one(verbs)} ${this.#person()}${this.#citation(0.3)}.`;
    }
    if (chance.is(0.15)) {
      return `The ${chance.one(bodies)} counts ${2 + chance.below(90)} cases in ${chance.one(countries)} alone${this.#citation(0.5)}.`;
    }
    const reason = chance.is(0.5) ? ` ${chance.one(reasons)}` : '';
    const start = chance.one(openers);
    const subject = chance.is(0.3) ? this.#person() : chance.one(things);
    const text = `${start}${subject} ${chance.one(actions)}${reason}${this.#citation(0.25)}.`;
    return capital(text);
  }

  #person(): string {
    const chance = this.#chance;
    const name = chance.one(this.#cast);
    const form = chance.weighted({ full: 4, last: 4, titled: 2 });
    if (form === 'last') return name.split(' ').at(-1) as string;
    return form === 'titled' ? `${chance.one(roles)} ${name}` : name;
  }

  #citation(share: number): string {
    const chance = this.#chance;
    if (!chance.is(share)) return '';
    const day = 1 + chance.below(28);
    const month = chance.one(months);
    const date = chance.one([
      `${month} ${day}`,
      `${month} ${day}, ${this.#year}`,
      `${day} ${month}`,
    ]);
    const kind = chance.weighted({ one: 6, two: 2, lost: 1, author: 1, link: 1 });
    if (kind === 'two') return ` (${chance.one(outlets)}, ${date}; ${chance.one(outlets)}, ${month} ${day})`; // prettier-ignore
    if (kind === 'lost') return ` (, ${date})`;
    if (kind === 'author') return ` (${chance.one(familyNames)} ${this.#year - chance.below(9)})`;
    if (kind === 'link') return ` (https://press.example/${this.#year}/${day})`;
    return ` (${chance.one(outlets)}, ${date})`;
  }
}

/** What typing and copying do to a text. */
function damaged(text: string, chance: Chance): string {
  const damage = chance.weighted({ none: 12, spaces: 1, quotes: 1, dashes: 1, soft: 1, commas: 1 });
  if (damage === 'spaces') return text.replace('. ', '.  ').replace(', ', ' ,');
  if (damage === 'quotes') return text.replaceAll(/[“”]/g, '"');
  if (damage === 'dashes') return text.replace(' and ', ' -- ');
  if (damage === 'soft') return text.replace('the ', 'the\u00A0');
  return damage === 'commas' ? text.replace(', ', ',, ') : text;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const printers = {
  text: ({ headline, publication, byline, caption, blocks }: Story): string => {
    const head = [headline, publication, byline, caption].filter((line) => line !== undefined);
    const lines = blocks.map(({ kind, text }) => (kind === 'item' ? `• ${text}` : text));
    return `${[...head, ...lines].join('\n\n')}\n`;
  },
  markdown: ({ headline, byline, blocks }: Story): string => {
    const lines = blocks.map(({ kind, text }) => {
      if (kind === 'heading') return `## ${text}`;
      return kind === 'item' ? `- ${text}` : kind === 'quote' ? `> ${text}` : text;
    });
    return `${[`# ${headline}`, ...(byline === undefined ? [] : [byline]), ...lines].join('\n\n')}\n`;
  },
  html: ({ headline, byline, caption, blocks }: Story): string => {
    const lines = blocks.map(({ kind, text }) => {
      if (kind === 'heading') return `<h2>${text}</h2>`;
      if (kind === 'item') return `<ul><li>${text}</li></ul>`;
      return kind === 'quote' ? `<blockquote><p>${text}</p></blockquote>` : `<p>${text}</p>`;
    });
    const figure = caption === undefined ? '' : `<figure><img src="a.jpg" alt=""><figcaption>${caption}</figcaption></figure>\n`; // prettier-ignore
    return `<!doctype html>\n<html lang="en"><head><title>${headline}</title></head>\n<body><article>\n<h1>${headline}</h1>\n<p class="byline">${byline ?? ''}</p>\n${figure}${lines.join('\n')}\n</article></body></html>\n`;
  },
};
