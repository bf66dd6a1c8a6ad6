/** Scores and labels of one article's sentences. */
export interface Scored {
  scores: readonly number[];
  quoted: readonly boolean[];
}

export interface Metrics {
  /** How many articles have both kinds of sentences. */
  articles: number;
  /** The chance that a quoted sentence scores above another of its article, averaged over articles. Equals count half. */
  aucAverage: number;
  /** How often the first sentence is a quoted one. */
  hitAt1: number;
  /** How often one of the first three is. */
  hitAt3: number;
}

export function metricsOf(articles: readonly Scored[]): Metrics {
  const usable = articles.filter(({ quoted }) => quoted.includes(true) && quoted.includes(false));
  const mean = (value: (article: Scored) => number): number =>
    usable.reduce((sum, article) => sum + value(article), 0) / Math.max(1, usable.length);
  return {
    articles: usable.length,
    aucAverage: mean(auc),
    hitAt1: mean((article) => hitAt(article, 1)),
    hitAt3: mean((article) => hitAt(article, 3)),
  };
}

export function formatMetrics({ articles, aucAverage, hitAt1, hitAt3 }: Metrics): string {
  return `AUC_avg ${aucAverage.toFixed(3)}  hit@1 ${hitAt1.toFixed(3)}  hit@3 ${hitAt3.toFixed(3)}  (${articles} articles)`;
}

function auc({ scores, quoted }: Scored): number {
  let above = 0;
  let pairs = 0;
  for (const [index, score] of scores.entries()) {
    if (!quoted[index]) continue;
    for (const [other, otherScore] of scores.entries()) {
      if (quoted[other]) continue;
      pairs++;
      if (score > otherScore) above++;
      else if (score === otherScore) above += 0.5;
    }
  }
  return above / pairs;
}

function hitAt({ scores, quoted }: Scored, depth: number): number {
  const order = scores
    .map((_, index) => index)
    .toSorted((a, b) => (scores[b] as number) - (scores[a] as number));
  return order.slice(0, depth).some((index) => quoted[index]) ? 1 : 0;
}
