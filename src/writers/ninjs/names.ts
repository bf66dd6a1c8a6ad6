/** The names of an article in the lists that ninjs has for them. */
import type { Article, ArticleEntity, EntityType } from '../../model/index.ts';
import { aboutSalience } from '../about.ts';
import { filled, webUri } from './values.ts';

export function peopleOf(article: Article): object[] {
  return named(article, 'person');
}

export function organisationsOf(article: Article): object[] {
  return named(article, 'organization');
}

export function placesOf(article: Article): object[] {
  return named(article, 'place');
}

export function eventsOf(article: Article): object[] {
  return named(article, 'event');
}

/** Things that are no persons: works and products. */
export function objectsOf(article: Article): object[] {
  return [...named(article, 'work'), ...named(article, 'product')];
}

/**
 * Groups of people, and whatever else the article is about: subjects alone can say how much it is, and how sure we are.
 */
export function subjectsOf({ entities }: Article): object[] {
  return entities
    .filter(({ type, salience }) => type === 'group' || salience >= aboutSalience)
    .map((entity) => ({
      ...concept(entity),
      creator: 'copydesk',
      relevance: percent(entity.salience),
      confidence: percent(entity.confidence),
    }));
}

function named({ entities }: Article, wanted: EntityType): object[] {
  return entities.filter(({ type }) => type === wanted).map(concept);
}

function concept({ id, name, salience, sameAs }: ArticleEntity): Record<string, unknown> {
  return filled({
    name,
    rel: salience >= aboutSalience ? 'about' : 'mentions',
    uri: sameAs.map(webUri).find((uri) => uri !== undefined),
    literal: id,
  });
}

function percent(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 100);
}
