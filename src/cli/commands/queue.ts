/** The commands of the queue that many machines build from. */
import type { EnqueueFlags } from '../enqueue.ts';
import type { StatusFlags } from '../status.ts';
import type { WorkerFlags } from '../worker.ts';
import { formatNames } from '../../writers/format-name.ts';
import { sharedOptions, type DefineCommand } from './command.ts';

const queue = [
  '--queue <address>',
  'redis://[user:password@]host[:port][/database], or rediss:// for TLS (default: COPYDESK_QUEUE)',
] as const;
const name = ['--name <name>', 'of the queue (default: articles)'] as const;
const endpoint = [
  '--s3-endpoint <address>',
  'of a store other than that of AWS, for s3:// addresses',
] as const;

export const enqueueDefinition: DefineCommand = (program, io, done) => {
  program
    .command('enqueue')
    .description('put articles into a queue on Redis, which workers on many machines build from')
    .argument('[files...]', 'articles: files, folders and globs (default: all of the input folder)')
    .option(...queue)
    .option(...name)
    .option(...sharedOptions.config)
    .option('-i, --input <place>', 'a folder that all workers see, or s3://bucket/prefix')
    .option(...endpoint)
    .option('--batch <number>', 'articles a job, at most 500 (default: 250)')
    .option('--attempts <number>', 'how often a job is tried (default: 3)')
    .option('--run <name>', 'of the run (default: told by the articles and their content)')
    .addHelpText(
      'after',
      `
What is in the queue already is not put in again. Jobs name articles, and nothing else.
`,
    )
    .action(async (files: string[], flags: EnqueueFlags) => {
      const { enqueueCommand } = await import('../enqueue.ts');
      done(await enqueueCommand(files, flags, io));
    });
};

export const workerDefinition: DefineCommand = (program, io, done) => {
  program
    .command('worker')
    .description('build the articles of a queue, with the config that is here')
    .option(...queue)
    .option(...name)
    .option(...sharedOptions.config)
    .option('-j, --concurrency <number>', 'articles built at a time (default: one a core)')
    .option(
      '-i, --input <place>',
      'a folder, or s3://bucket/prefix (default: `input` of the config)',
    )
    .option(
      '-o, --out <place>',
      'a folder, or s3://bucket/prefix (default: `output` of the config)',
    )
    .option(...endpoint)
    .option('-f, --formats <list>', `what is written: ${formatNames.join(', ')}`)
    .option(...sharedOptions.date)
    .option('--until-done', 'end once the queue is empty')
    .option(
      '--stalled-after <seconds>',
      'a worker that gives no sign for so long loses its jobs to others (default: 30)',
    )
    .option('--no-cache', 'build everything, whatever earlier runs have built')
    .option('--durable', 'flush outputs to the disk, so that they outlast a power cut')
    .addHelpText(
      'after',
      `
SIGTERM and Ctrl+C end the articles at hand and give the rest back to the queue.
`,
    )
    .action(async (flags: WorkerFlags) => {
      const { worker } = await import('../worker.ts');
      done(await worker(flags, io));
    });
};

export const statusDefinition: DefineCommand = (program, io, done) => {
  program
    .command('status')
    .description('how far the runs of a queue are')
    .option(...queue)
    .option(...name)
    .option('--run <name>', 'only this run')
    .option('--json', 'for programs')
    .option('-w, --watch', 'until all is done')
    .option('--failed', 'list the articles that were given up, with the reasons')
    .option('--retry-failed', 'have these tried again')
    .addHelpText(
      'after',
      `
Exit codes: 0 nothing failed; 1 articles were given up; 2 the queue can't be reached.
`,
    )
    .action(async (flags: StatusFlags) => {
      const { status } = await import('../status.ts');
      done(await status(flags, io));
    });
};
