/** Addresses that can't work, judged by their letters alone. */
import { report } from '../../../src/model/index.ts';
import type { CheckCase } from './case.ts';

export function checkAddresses({ file, found }: CheckCase): void {
  for (const { found: citation, place } of found) {
    for (const { url } of citation.items) {
      const fault = url === undefined ? undefined : faultOf(url);
      if (fault !== undefined)
        report(
          file,
          'citations/dead-looking-url',
          `Unexpected address ${url as string}: ${fault}`,
          { place, actual: url },
        );
    }
  }
}

/** What is wrong with an address; undefined where nothing is. */
export function faultOf(url: string): string | undefined {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return 'it is not a valid one';
  }
  const host = parsed.hostname;
  if (/\.\.\.|…/.test(url)) return 'it is cut short';
  if (host === 'localhost' || /^(?:127\.|10\.|192\.168\.|0\.)/.test(host))
    return 'its host is a private one';
  if (/(?:^|\.)(?:example|invalid|test|localhost|local)$/.test(host))
    return 'its host is reserved and does not exist';
  if (!host.includes('.') && !host.startsWith('[')) return 'its host has no domain';
  if (/^https?:\/\/https?/i.test(url)) return 'it begins twice';
  if (/[{}<>]|%7B|%3C/i.test(url)) return 'it holds a placeholder';
  return undefined;
}
