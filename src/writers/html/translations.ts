/** The page's own words in languages other than English, by the language's first subtag. */
import type { EntityType } from '../../model/index.ts';

export interface Translation {
  untitled: string;
  by: string;
  and: string;
  contents: string;
  notes: string;
  names: string;
  table: string;
  code: string;
  volume: string;
  issue: string;
  /** What a return link is called, before the number of its note. */
  back: string;
  entityTypes: Record<EntityType, string>;
  /** Names of the months and how a date is put together, where the language has one form of each. */
  date?: {
    months: string;
    day: (day: number, month: string, year: string) => string;
    month: (month: string, year: string) => string;
  };
}

const spaced = (day: number, month: string, year: string): string => `${day} ${month} ${year}`;
const monthYear = (month: string, year: string): string => `${month} ${year}`;

/** The types of entities in the order of the table: people, organizations, places, groups, events, works, products. */
function types(list: string): Record<EntityType, string> {
  const [
    person = '',
    organization = '',
    place = '',
    group = '',
    event = '',
    work = '',
    product = '',
  ] = list.split(', ');
  return { person, organization, place, group, event, work, product };
}

export const translations: Readonly<Record<string, Translation>> = {
  ar: {
    untitled: 'مقال بلا عنوان',
    by: 'بقلم',
    and: 'و',
    contents: 'المحتويات',
    notes: 'الهوامش',
    names: 'أشخاص ومنظمات وأماكن',
    table: 'جدول',
    code: 'شيفرة',
    volume: 'المجلد',
    issue: 'العدد',
    back: 'العودة إلى الإشارة',
    entityTypes: types('أشخاص, منظمات, أماكن, جماعات, أحداث, أعمال, منتجات'),
  },
  de: {
    untitled: 'Artikel ohne Titel',
    by: 'Von',
    and: 'und',
    contents: 'Inhalt',
    notes: 'Anmerkungen',
    names: 'Personen, Organisationen und Orte',
    table: 'Tabelle',
    code: 'Code',
    volume: 'Band',
    issue: 'Ausgabe',
    back: 'Zurück zu Verweis',
    entityTypes: types('Personen, Organisationen, Orte, Gruppen, Ereignisse, Werke, Produkte'),
    date: {
      months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
      day: (day, month, year) => `${day}. ${month} ${year}`,
      month: monthYear,
    },
  },
  es: {
    untitled: 'Artículo sin título',
    by: 'Por',
    and: 'y',
    contents: 'Contenido',
    notes: 'Notas',
    names: 'Personas, organizaciones y lugares',
    table: 'Tabla',
    code: 'Código',
    volume: 'Volumen',
    issue: 'Número',
    back: 'Volver a la referencia',
    entityTypes: types(
      'Personas, Organizaciones, Lugares, Grupos, Acontecimientos, Obras, Productos',
    ),
    date: {
      months:
        'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
      day: (day, month, year) => `${day} de ${month} de ${year}`,
      month: (month, year) => `${month} de ${year}`,
    },
  },
  fr: {
    untitled: 'Article sans titre',
    by: 'Par',
    and: 'et',
    contents: 'Sommaire',
    notes: 'Notes',
    names: 'Personnes, organisations et lieux',
    table: 'Tableau',
    code: 'Code',
    volume: 'Volume',
    issue: 'Numéro',
    back: 'Retour à l’appel de note',
    entityTypes: types('Personnes, Organisations, Lieux, Groupes, Événements, Œuvres, Produits'),
    date: {
      months:
        'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
      day: (day, month, year) => `${day === 1 ? '1er' : day} ${month} ${year}`,
      month: monthYear,
    },
  },
  it: {
    untitled: 'Articolo senza titolo',
    by: 'Di',
    and: 'e',
    contents: 'Indice',
    notes: 'Note',
    names: 'Persone, organizzazioni e luoghi',
    table: 'Tabella',
    code: 'Codice',
    volume: 'Volume',
    issue: 'Numero',
    back: 'Torna al riferimento',
    entityTypes: types('Persone, Organizzazioni, Luoghi, Gruppi, Eventi, Opere, Prodotti'),
    date: {
      months:
        'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
      day: spaced,
      month: monthYear,
    },
  },
  nl: {
    untitled: 'Artikel zonder titel',
    by: 'Door',
    and: 'en',
    contents: 'Inhoud',
    notes: 'Noten',
    names: 'Personen, organisaties en plaatsen',
    table: 'Tabel',
    code: 'Code',
    volume: 'Jaargang',
    issue: 'Nummer',
    back: 'Terug naar verwijzing',
    entityTypes: types(
      'Personen, Organisaties, Plaatsen, Groepen, Gebeurtenissen, Werken, Producten',
    ),
    date: {
      months:
        'januari februari maart april mei juni juli augustus september oktober november december',
      day: spaced,
      month: monthYear,
    },
  },
  pt: {
    untitled: 'Artigo sem título',
    by: 'Por',
    and: 'e',
    contents: 'Sumário',
    notes: 'Notas',
    names: 'Pessoas, organizações e lugares',
    table: 'Tabela',
    code: 'Código',
    volume: 'Volume',
    issue: 'Número',
    back: 'Voltar à referência',
    entityTypes: types('Pessoas, Organizações, Lugares, Grupos, Acontecimentos, Obras, Produtos'),
    date: {
      months:
        'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
      day: (day, month, year) => `${day} de ${month} de ${year}`,
      month: (month, year) => `${month} de ${year}`,
    },
  },
  ru: {
    untitled: 'Статья без заголовка',
    by: 'Автор:',
    and: 'и',
    contents: 'Содержание',
    notes: 'Примечания',
    names: 'Люди, организации и места',
    table: 'Таблица',
    code: 'Код',
    volume: 'Том',
    issue: 'Выпуск',
    back: 'Вернуться к сноске',
    entityTypes: types('Люди, Организации, Места, Группы, События, Произведения, Продукты'),
  },
  uk: {
    untitled: 'Стаття без заголовка',
    by: 'Автор:',
    and: 'і',
    contents: 'Зміст',
    notes: 'Примітки',
    names: 'Люди, організації та місця',
    table: 'Таблиця',
    code: 'Код',
    volume: 'Том',
    issue: 'Випуск',
    back: 'Повернутися до виноски',
    entityTypes: types('Люди, Організації, Місця, Групи, Події, Твори, Продукти'),
  },
};
