/** The process that `scripts/pathological.ts` builds in: told of an input by a message, it answers with what became of it. */
import { setInterval } from 'node:timers';
import { createPipeline, LimitError } from '../../src/index.ts';
import { pathological, type Pathological } from './pathological.ts';
import { pathologicalHtml } from './pathological-html.ts';

export interface BuildReport {
  result: 'built' | 'refused' | 'crashed';
  /** The limits that were told of, or the error. */
  detail: string;
  /** Milliseconds of the processor. */
  time: number;
  /** Megabytes that the process held at most. */
  memory: number;
}

interface Task {
  name: string;
  size: number;
  format: string;
  plugins: boolean;
}

/** The forms that a format has. */
export function formsOf(format: string): readonly Pathological[] {
  return format === 'html' ? pathologicalHtml : pathological;
}

/** Builds one input in this process. */
export async function buildPathological({
  name,
  size,
  format,
  plugins,
}: Task): Promise<BuildReport> {
  const value =
    formsOf(format)
      .find((form) => form.name === name)
      ?.make(size) ?? '';
  const pipeline = createPipeline({ config: plugins ? {} : { plugins: [] } });
  await pipeline.ready();
  const start = process.cpuUsage();
  let result: BuildReport['result'] = 'built';
  let detail = '';
  try {
    const { file } = await pipeline.build({
      value,
      path: `a.${format}`,
      formats: ['markdown', 'html', 'json', 'txt'],
    });
    const limits = file.messages.filter(({ source }) => source === 'limits');
    detail = [...new Set(limits.map(({ ruleId }) => ruleId))].join(', ');
  } catch (error) {
    result = error instanceof LimitError ? 'refused' : 'crashed';
    detail = error instanceof LimitError ? error.ruleId : String(error).slice(0, 120);
  }
  const time = process.cpuUsage(start).user / 1000;
  return { result, detail, time, memory: process.resourceUsage().maxRSS / 1024 };
}

if (process.send) {
  // The loop ends with the process that started this one.
  const alive = setInterval(() => {
    if (!process.connected) process.exit();
  }, 1000);
  alive.unref();
  process.send({});
  process.on('message', (task) => {
    void buildPathological(task as Task).then((report) => process.send?.(report));
  });
}
