/** A file system on which one call fails. */
import * as fs from 'node:fs';
import type { FileSystem } from '../../src/batch/file-system.ts';

export type Call = keyof FileSystem;

export interface FailingDisk {
  disk: FileSystem;
  /** How often each call was made. */
  calls: Map<Call, number>;
}

/** @param at - Which of its calls fails, from 1. A file is half written before writing fails, and closed whatever closing says. */
export function failingDisk(call: Call, at: number, code: string): FailingDisk {
  const calls = new Map<Call, number>();
  const disk = new Proxy(fs as FileSystem, {
    get(target, name: Call) {
      const real = target[name] as (...parameters: unknown[]) => unknown;
      return (...parameters: unknown[]): unknown => {
        const count = (calls.get(name) ?? 0) + 1;
        calls.set(name, count);
        if (name !== call || count !== at) return real(...parameters);
        if (name === 'writeFileSync') real(parameters[0], half(parameters[1]));
        if (name === 'closeSync') real(...parameters);
        throw Object.assign(new Error(`${code}: injected, ${name}`), { code });
      };
    },
  });
  return { disk, calls };
}

function half(content: unknown): unknown {
  const bytes = Buffer.from(content as string);
  return bytes.subarray(0, bytes.length / 2);
}
