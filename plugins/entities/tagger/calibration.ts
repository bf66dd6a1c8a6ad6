/** From the model's own probability of a name to the share of such names that are right. */

/** The probability that is right as often as it says. @param map slope and offset on the scale of log odds, type after type */
export function calibrate(probability: number, type: number, map: Float32Array): number {
  const slope = map[2 * type];
  if (slope === undefined) return probability;
  return logistic(slope * logOdds(probability) + (map[2 * type + 1] ?? 0));
}

export function logOdds(probability: number): number {
  const bounded = Math.min(0.9995, Math.max(0.0005, probability));
  return Math.log(bounded / (1 - bounded));
}

export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));
