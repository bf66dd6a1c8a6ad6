/**
 * Fits linear weights so that quoted sentences score above the others of their article: logistic loss over all such pairs, each article
 * counting the same, with a Gaussian prior on each weight.
 */

/** One article: features of each sentence, and whether it was quoted. */
export interface Example {
  rows: readonly Float64Array[];
  quoted: readonly boolean[];
}

/** What is believed of a weight before the data. `strength` is the prior's precision per article; Infinity fixes the weight. */
export interface Prior {
  weight: number;
  strength: number;
}

const iterations = 250;

/**
 * Gradient descent with momentum (Nesterov's), for a fixed number of steps: the same data give the same bytes. Features are scaled by
 * their spread within articles; priors and results are in the features' own units.
 */
export function fit(examples: readonly Example[], priors: readonly Prior[]): number[] {
  const scales = spread(examples, priors.length);
  const means = priors.map(({ weight }, index) => weight * (scales[index] as number));
  const usable = examples
    .filter(({ quoted }) => quoted.includes(true) && quoted.includes(false))
    .map((example) => scaled(example, scales));
  const size = priors.length;
  let weights = Float64Array.from(means);
  let ahead = weights.slice();
  let momentum = 1;
  // The loss of a pair curves by at most 1/4 of the squared distance of its features.
  const steps = priors.map(({ strength }) =>
    strength === Infinity ? 0 : 1 / (stiffness + strength),
  );
  for (let round = 0; round < iterations; round++) {
    const gradient = new Float64Array(size);
    for (const example of usable) addGradient(example, ahead, gradient);
    const next = ahead.slice();
    for (let index = 0; index < size; index++) {
      const step = steps[index] as number;
      if (step === 0) continue;
      const pull =
        (priors[index] as Prior).strength * ((ahead[index] as number) - (means[index] as number));
      next[index] =
        (ahead[index] as number) - step * ((gradient[index] as number) / usable.length + pull);
    }
    const nextMomentum = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const carry = (momentum - 1) / nextMomentum;
    ahead = next.map((value, index) => value + carry * (value - (weights[index] as number)));
    weights = next;
    momentum = nextMomentum;
  }
  return [...weights].map((weight, index) => weight / (scales[index] as number));
}

/** An upper bound of the loss's curvature along any direction, for features of unit spread. */
const stiffness = 4;

interface Scaled {
  rows: readonly Float64Array[];
  positives: readonly number[];
  negatives: readonly number[];
}

function scaled({ rows, quoted }: Example, scales: readonly number[]): Scaled {
  const positives: number[] = [];
  const negatives: number[] = [];
  for (const [index, each] of quoted.entries()) (each ? positives : negatives).push(index);
  return {
    rows: rows.map((row) => row.map((value, index) => value / (scales[index] as number))),
    positives,
    negatives,
  };
}

function addGradient(
  { rows, positives, negatives }: Scaled,
  weights: Float64Array,
  gradient: Float64Array,
): void {
  const scores = rows.map((row) => dot(row, weights));
  const share = 1 / (positives.length * negatives.length);
  const pulls = new Float64Array(rows.length);
  for (const positive of positives) {
    for (const negative of negatives) {
      const lead = (scores[positive] as number) - (scores[negative] as number);
      const pull = share / (1 + Math.exp(lead));
      pulls[positive] = (pulls[positive] as number) - pull;
      pulls[negative] = (pulls[negative] as number) + pull;
    }
  }
  for (const [index, row] of rows.entries()) {
    const pull = pulls[index] as number;
    for (let feature = 0; feature < row.length; feature++) {
      gradient[feature] = (gradient[feature] as number) + pull * (row[feature] as number);
    }
  }
}

function dot(row: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < row.length; index++) {
    sum += (row[index] as number) * (weights[index] as number);
  }
  return sum;
}

/** The standard deviation of each feature around its article's mean; 1 where it never varies. */
function spread(examples: readonly Example[], size: number): number[] {
  const squares = new Float64Array(size);
  let count = 0;
  for (const { rows } of examples) {
    const means = new Float64Array(size);
    for (const row of rows) {
      for (let index = 0; index < size; index++) {
        means[index] = (means[index] as number) + (row[index] as number) / rows.length;
      }
    }
    for (const row of rows) {
      count++;
      for (let index = 0; index < size; index++) {
        squares[index] =
          (squares[index] as number) + ((row[index] as number) - (means[index] as number)) ** 2;
      }
    }
  }
  return [...squares].map((square) => Math.sqrt(square / Math.max(1, count)) || 1);
}
