/** The way to Redis: addresses, packages that have to be there, and failures in words. No password is ever part of a message. */
import type { Redis, RedisOptions } from 'ioredis';
import { InputError } from '../batch/input-error.ts';
import { isMissing, MissingPackageError } from '../storage/missing-package.ts';

export interface QueueAddress {
  options: RedisOptions;
  /** For messages: without user and password. */
  shown: string;
  /** What must not be printed. */
  secrets: readonly string[];
}

export interface Packages {
  bullmq: typeof import('bullmq');
  Redis: typeof import('ioredis').Redis;
}

export interface Connection {
  redis: Redis;
  address: QueueAddress;
  /** What a failure says, without what must not be printed. */
  reason: (error: unknown) => string;
  close: () => void;
}

const expected =
  'expected redis://[user:password@]host[:port][/database], or rediss:// for a connection with TLS';

/**
 * Reads an address of Redis.
 *
 * @throws InputError that says nothing of what stood in it: it may hold a password.
 */
export function parseQueueAddress(text: string): QueueAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const database = url && /^\/?(\d{0,5})$/.exec(url.pathname)?.[1];
  const isRedis = url?.protocol === 'redis:' || url?.protocol === 'rediss:';
  if (!url || !isRedis || database === undefined || url.hostname === '' || url.search !== '') {
    throw new InputError(`Unexpected address of the queue, ${expected}.`);
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? 6379 : Number(url.port);
  const [username, password] = [decoded(url.username), decoded(url.password)];
  const options: RedisOptions = { host, port, db: Number(database) };
  if (username !== '') options.username = username;
  if (password !== '') options.password = password;
  if (url.protocol === 'rediss:') {
    // The name that the certificate has to bear; an IP address is no such name.
    options.tls = /^[\d.]+$|:/.test(host) ? {} : { servername: host };
  }
  const secrets = [password, url.password].filter((secret) => secret !== '');
  const place = database === '' ? '' : `/${database}`;
  return { options, shown: `${url.protocol}//${url.hostname}:${port}${place}`, secrets };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @throws MissingPackageError */
export async function loadPackages(): Promise<Packages> {
  try {
    const [bullmq, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]);
    return { bullmq, Redis };
  } catch (error) {
    if (isMissing(error, 'bullmq') || isMissing(error, 'ioredis')) {
      throw new MissingPackageError('queues', ['bullmq', 'ioredis']);
    }
    throw error;
  }
}

/** In milliseconds. */
const firstPause = 100;
const longestPause = 2000;

export interface ConnectOptions {
  /** How often it is tried. */
  tries: number;
  /** Whether a connection that was lost is tried for ever. */
  patient: boolean;
  /** Takes what there is to say of a connection that is lost or found again. */
  say?: ((text: string) => void) | undefined;
}

/** @throws InputError where Redis can't be reached, or refuses. */
export async function connect(
  { Redis }: Packages,
  address: QueueAddress,
  { tries, patient, say }: Readonly<ConnectOptions>,
): Promise<Connection> {
  let isKnown = false;
  let isLost = false;
  let last: unknown;
  const reason = (error: unknown): string => redacted(error, address.secrets);
  const redis = new Redis({
    ...address.options,
    // Whoever waits for jobs waits as long as it takes.
    maxRetriesPerRequest: null,
    connectTimeout: 5000,
    lazyConnect: true,
    retryStrategy: (times) => {
      if (times >= tries && !(isKnown && patient)) return null;
      return Math.min(firstPause * 2 ** Math.min(times, 10), longestPause);
    },
  });
  redis.on('error', (error) => {
    last = error;
    if (!isKnown || isLost) return;
    isLost = true;
    say?.(`The queue can't be reached (${reason(error)}); trying again`);
  });
  redis.on('ready', () => {
    if (isLost) say?.('The queue is reached again');
    isLost = false;
  });
  try {
    // The first failure of `connect` is one of several tries.
    redis.connect().catch((error: unknown) => (last ??= error));
    await redis.ping();
    isKnown = true;
  } catch (error) {
    redis.disconnect();
    // That the connection was closed says less than what closed it.
    throw new InputError(
      `Unexpected failure to reach the queue at ${address.shown}: ${reason(last ?? error)}.`,
    );
  }
  return { redis, address, reason, close: () => redis.disconnect() };
}

function redacted(error: unknown, secrets: readonly string[]): string {
  const { message, code, errors } = error as {
    message?: string;
    code?: string;
    errors?: readonly Error[];
  };
  // A host of several addresses fails with a list of failures and no words.
  let text = message || errors?.[0]?.message || code || String(error);
  for (const secret of secrets) text = text.replaceAll(secret, '***');
  return text;
}
