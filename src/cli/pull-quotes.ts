import { explainPullQuotes, type Explanation } from '../../plugins/pull-quotes/explain.ts';
import type { PullQuotesOptions } from '../../plugins/pull-quotes/options.ts';
import { visible } from '../reporters/harmless.ts';
import { counted } from '../reporters/summary.ts';
import { inspect, pipelineWith, type InspectFlags } from './inspect.ts';
import type { CommandIo } from './io.ts';
import { formatTable, type Column } from './table.ts';

const columns: readonly Column[] = [
  { title: 'rank', align: 'right' },
  { title: 'score', align: 'right' },
  { title: 'verdict', width: 18 },
  { title: 'sentence', width: 60 },
  { title: 'strongest reasons' },
];

/** How many sentences are shown in any case. */
const shown = 10;
/** How many that could have been chosen are shown, if need be from below. */
const runnersUp = 3;
const strongest = 3;

/** `copydesk pull-quotes`: the exit code. */
export async function pullQuotes(
  files: string[],
  flags: InspectFlags,
  io: CommandIo,
): Promise<number> {
  const pipeline = await pipelineWith('pull-quotes', flags, io);
  const request = pipeline.settings.plugins.find(({ name }) => name === 'pull-quotes');
  const options = request?.options as PullQuotesOptions | undefined;
  return inspect(files, pipeline, flags, io, ({ path, ...article }) => {
    if (article.error) return;
    const { tree, file } = article.result;
    io.stdout(printArticle(path, explainPullQuotes(tree, file, options, Infinity)));
  });
}

function printArticle(path: string, ranking: readonly Explanation[]): string {
  const chosen = ranking.filter((each) => each.chosen).length;
  const head = `${visible(path)}: ${chosen} chosen of ${counted(ranking.length, 'sentence')}`;
  const table = formatTable(columns, selected(ranking).map(rowOf));
  return `${head}\n\n${table}${table === '' ? '' : '\n'}`;
}

/** The best, then those from below that were chosen or could have been. */
function selected(ranking: readonly Explanation[]): Explanation[] {
  let room = runnersUp;
  return ranking.filter((each, index) => {
    const isRunnerUp = !each.chosen && each.refused === undefined;
    const isShown = index < shown || each.chosen || (isRunnerUp && room > 0);
    if (isRunnerUp) room--;
    return isShown;
  });
}

function rowOf({ rank, score, text, chosen, refused, reasons }: Explanation): string[] {
  const verdict = chosen ? '* chosen' : refused === undefined ? 'runner-up' : `out: ${refused}`;
  const strong = reasons
    .slice(0, strongest)
    .map(({ feature, contribution }) => `${signed(contribution)} ${feature}`);
  return [String(rank), signed(score), verdict, text, strong.join('\n')];
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}
