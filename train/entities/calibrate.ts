/** Fits the map from the model's probabilities to the share that is right (Platt 1999), on documents held out of training. */
import { logistic, logOdds } from '../../plugins/entities/tagger/calibration.ts';
import { nameTypes } from '../../plugins/entities/tagger/labels.ts';

export interface Outcome {
  type: string;
  confidence: number;
  right: boolean;
}

/** How many names the map of all types together counts for in that of one type. */
const prior = 40;

/** Slope and offset for each type in turn. */
export function fitCalibration(outcomes: readonly Outcome[]): Float32Array {
  const all = fit(outcomes, { slope: 1, offset: 0 }, 5);
  const map = new Float32Array(2 * nameTypes.length);
  for (const [index, type] of nameTypes.entries()) {
    const { slope, offset } = fit(
      outcomes.filter((each) => each.type === type),
      all,
      prior,
    );
    map[2 * index] = slope;
    map[2 * index + 1] = offset;
  }
  return map;
}

interface Line {
  slope: number;
  offset: number;
}

/** By gradient steps on the log loss, drawn towards `start` with the strength of `weight` names. */
function fit(outcomes: readonly Outcome[], start: Line, weight: number): Line {
  let { slope, offset } = start;
  const points = outcomes.map(({ confidence, right }) => ({
    odds: logOdds(confidence),
    right: right ? 1 : 0,
  }));
  for (let step = 0; step < 4000; step++) {
    let bySlope = weight * 0.5 * (start.slope - slope);
    let byOffset = weight * 0.25 * (start.offset - offset);
    for (const { odds, right } of points) {
      const error = right - logistic(slope * odds + offset);
      bySlope += error * odds;
      byOffset += error;
    }
    const rate = 0.5 / (points.length + weight);
    slope += rate * bySlope;
    offset += rate * byOffset;
  }
  return { slope: Math.max(0.1, slope), offset };
}
