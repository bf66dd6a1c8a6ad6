/** How many results are kept of what is asked of the same words again and again. */
const memorySize = 20_000;

/** A function of a text that keeps its results; all are forgotten when they are too many. */
export function remembered<Result>(
  work: (text: string) => Result,
  most = memorySize,
): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    let result = results.get(text);
    if (result === undefined) {
      if (results.size >= most) results.clear();
      results.set(text, (result = work(text)));
    }
    return result;
  };
}
