/** What tells languages apart. */

/** Scripts, with the language where most of what is written in them is in one. */
export const scripts: readonly { name: string; pattern: RegExp; language?: string }[] = [
  { name: 'latin', pattern: /\p{Script=Latin}/u },
  { name: 'cyrillic', pattern: /\p{Script=Cyrillic}/u, language: 'ru' },
  { name: 'greek', pattern: /\p{Script=Greek}/u, language: 'el' },
  { name: 'arabic', pattern: /\p{Script=Arabic}/u, language: 'ar' },
  { name: 'hebrew', pattern: /\p{Script=Hebrew}/u, language: 'he' },
  { name: 'kana', pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, language: 'ja' },
  { name: 'han', pattern: /\p{Script=Han}/u, language: 'zh' },
  { name: 'hangul', pattern: /\p{Script=Hangul}/u, language: 'ko' },
  { name: 'devanagari', pattern: /\p{Script=Devanagari}/u, language: 'hi' },
  { name: 'thai', pattern: /\p{Script=Thai}/u, language: 'th' },
  { name: 'georgian', pattern: /\p{Script=Georgian}/u, language: 'ka' },
  { name: 'armenian', pattern: /\p{Script=Armenian}/u, language: 'hy' },
  { name: 'ethiopic', pattern: /\p{Script=Ethiopic}/u, language: 'am' },
  { name: 'bengali', pattern: /\p{Script=Bengali}/u, language: 'bn' },
  { name: 'gurmukhi', pattern: /\p{Script=Gurmukhi}/u, language: 'pa' },
  { name: 'gujarati', pattern: /\p{Script=Gujarati}/u, language: 'gu' },
  { name: 'tamil', pattern: /\p{Script=Tamil}/u, language: 'ta' },
  { name: 'telugu', pattern: /\p{Script=Telugu}/u, language: 'te' },
  { name: 'kannada', pattern: /\p{Script=Kannada}/u, language: 'kn' },
  { name: 'malayalam', pattern: /\p{Script=Malayalam}/u, language: 'ml' },
  { name: 'sinhala', pattern: /\p{Script=Sinhala}/u, language: 'si' },
  { name: 'khmer', pattern: /\p{Script=Khmer}/u, language: 'km' },
  { name: 'lao', pattern: /\p{Script=Lao}/u, language: 'lo' },
  { name: 'myanmar', pattern: /\p{Script=Myanmar}/u, language: 'my' },
  { name: 'tibetan', pattern: /\p{Script=Tibetan}/u, language: 'bo' },
];

interface LetterEvidence {
  script: string;
  language: string;
  letters: RegExp;
  /** The least share of all characters that are these letters. */
  least: number;
}

/** Letters, and words, that tell languages of one script apart, the surest first. */
export const letterEvidence: readonly LetterEvidence[] = [
  { script: 'cyrillic', language: 'kk', letters: /[әғқңұһӘҒҚҢҰҺ]/gu, least: 0.01 },
  { script: 'cyrillic', language: 'be', letters: /[ўЎ]/gu, least: 0.003 },
  { script: 'cyrillic', language: 'uk', letters: /[їєґЇЄҐ]/gu, least: 0.004 },
  { script: 'cyrillic', language: 'mk', letters: /[ѓќѕЃЌЅ]/gu, least: 0.001 },
  { script: 'cyrillic', language: 'sr', letters: /[ђћџљњЂЋЏЉЊ]/gu, least: 0.004 },
  {
    script: 'cyrillic',
    language: 'bg',
    letters: /(?<=[бвгджзклмнпрстфхцчшщ])ъ(?=[бвгджзклмнпрстфхцчшщ])/gu,
    least: 0.004,
  },
  { script: 'arabic', language: 'ur', letters: /[ٹڈڑںے]/gu, least: 0.008 },
  { script: 'arabic', language: 'ps', letters: /[ټډړښږڼې]/gu, least: 0.008 },
  { script: 'arabic', language: 'fa', letters: /[پچژگ]/gu, least: 0.006 },
  {
    script: 'devanagari',
    language: 'mr',
    letters: /ळ|(?<!\p{L})(?:आहे|आणि|होते)(?!\p{L})/gu,
    least: 0.003,
  },
  {
    script: 'devanagari',
    language: 'ne',
    letters: /(?<!\p{L})(?:छ|छन्|पनि|गरेको|भएको)(?!\p{L})/gu,
    least: 0.003,
  },
  { script: 'hebrew', language: 'yi', letters: /אַ|אָ|װ|ױ|ײ/gu, least: 0.01 },
  {
    script: 'latin',
    language: 'vi',
    letters: /[ơưạảấầẩậắằặẹẽếềểễệịọỏốồổộớờợụủứừửữựỳỹđ]/gu,
    least: 0.05,
  },
];

/** The words of languages of the Latin script that are commonest and belong to few of them. */
export const functionWords: Readonly<Record<string, string>> = {
  en: 'the of and to that is was with for by from this are were has have it his not which will would been their they you what who but as at on be he she we in a an or had its',
  fr: 'le la les des et une un dans est pour que qui du au sur pas avec ce se ne plus par sont aux ont cette mais il elle nous été être ses son leur en de à',
  de: 'der die das und ist nicht ein eine mit von den dem auf für zu sich des im auch als es an werden aus er hat dass sie nach bei einer um am sind noch wie',
  es: 'el la los las que del una por con para es en se lo como de y un su al más pero sus le ha este está fue ser son sin sobre también desde hace porque muy quiere',
  it: 'il di che la della per una con non sono gli nel del le dei è un in si da al dal alla delle ha anche come più ma lo i degli',
  pt: 'o os que da do uma para com não em dos das ao mais por de um na no se é as como foi à pela pelo mas são ou',
  nl: 'de het een van en dat niet zijn op met voor aan er ook in is te die als bij door naar uit maar om hij werd wordt nog worden',
  pl: 'w i na się nie do że z jest o jak za po od to przez dla ale był są jego oraz który które tym czy tylko',
  tr: 've bir bu için ile de da olarak olan çok daha en gibi kadar sonra ne ancak olduğu göre ise her ya',
  sv: 'och att det som en på är av för med den till inte har de ett om men var jag sig från vi så kan han nu hade',
  da: 'og at det er en på af for med den til ikke har de et som der var jeg sig fra vi kan han men efter blev ved også',
  nb: 'og det er en på av for med den til ikke har de et som at var jeg seg fra vi kan han men etter ble ved også',
  fi: 'ja on ei että se oli mutta hän joka kun myös ovat niin kuin olla sen mukaan jo vain tai ole sekä kanssa',
  cs: 'a se na je v že to s z do o pro i jsou ale jako by po ve podle byl jeho která které není také',
  sk: 'a sa na je v že to s z do o pre aj sú ale ako by po vo podľa bol jeho ktorá ktoré nie tiež',
  hu: 'a az és hogy nem is egy ez volt meg de csak már mint vagy el van még ki szerint után amely',
  ro: 'și de în a la cu pe nu din că o un care pentru este mai sa au fost se al ale prin după sunt',
  hr: 'i je u se na da su za od s što ne koji a ali kao iz bi o te po koja nije biti ili samo',
  sl: 'in je v se na da so za od s ki ne z pa bi pri po tudi kot iz še bil ali to za',
  et: 'ja on ei et see oli kui ka ta mis aga oma ning selle seda või ole nii pole juba',
  lv: 'un ir no ar par kas uz ka arī bet lai pēc kā tas tika nav vai viņa gada šo',
  lt: 'ir yra į kad su iš tai buvo bet kaip ne už dėl nuo apie jis po taip jo tik',
  sq: 'dhe të në e një për me nga që është i së më si ka por janë nuk kjo ishte',
  id: 'yang dan di dengan untuk dari ini itu pada tidak dalam akan oleh juga ke adalah telah karena ada tersebut bisa',
  ca: 'el la els les de i que un una per amb és en del al no es més dels però com ha aquest aquesta són també',
  eu: 'eta da ez bat du zen dira izan ere dute hau egin baina zuen beste behar baino edo',
  ga: 'an na agus ar go is a i ag le do sé bhí ní sin leis tá seo mar chun',
  cy: 'y yr a i yn o ar mae ei am wedi gan oedd fod ac bod hyn nid eu gyda',
  sw: 'ya na wa kwa ni katika za la kuwa hii cha kama hiyo yake alisema lakini pia huo',
  af: 'die en van het is in nie dit dat om te met vir op wat hy was sy ook aan sal as',
};
