/** A Redis server of its own for a test: on loopback, in a folder that is taken away. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Undefined where it is there; else the line that says so. */
export const noRedis: string | undefined =
  spawnSync('redis-server', ['--version']).status === 0
    ? undefined
    : 'skipped: redis-server is not installed (apt-get install redis-server)';

export interface RedisServer {
  port: number;
  url: string;
  folder: string;
  /** Ends the server, as a machine does that restarts, and starts it again on what it has kept. */
  restart: (pause?: number) => Promise<void>;
  stop: () => Promise<void>;
}

/** @param args - Of `redis-server`, after those that bind it to loopback and keep what it is told. */
export async function startRedis(
  args: readonly string[] = [],
  port?: number,
): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-redis-'));
  const own = port ?? (await freePort());
  let child = await start(own, folder, args);
  const end = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return {
    port: own,
    url: `redis://127.0.0.1:${own}`,
    folder,
    restart: async (pause = 1500) => {
      await end();
      await sleep(pause);
      child = await start(own, folder, args);
    },
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function start(port: number, folder: string, args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes', '--save', '', ...args], // prettier-ignore
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let printed = '';
  child.stdout.on('data', (data: Buffer) => (printed += String(data)));
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`Unexpected end of redis-server:\n${printed}`);
    if (await accepts(port)) return child;
    await sleep(50);
  }
  throw new Error(`Unexpected silence of redis-server:\n${printed}`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('Unexpected address');
  return address.port;
}
