/** Attacks in reports and on the terminal: what an article says, and what its file is called, stays text there. */
import { SaxesParser } from 'saxes';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { hasBrowser, launchBrowser } from '../browser.ts';
import { copydesk, workspace } from '../src/cli/run.ts';
import { built, create, failed, hostile, message, printed } from '../src/reporters/outcomes.ts';
import { noTotals } from '../../src/reporters/summary.ts';
import type { ReporterName } from '../../src/reporters/index.ts';
import { rendered } from './house.ts';
import { grouped } from './joined.ts';
import { addresses, markdown, markup, words } from './vectors.ts';
import { watch } from './watch.ts';

const attacks = [hostile, ...words, ...markup, ...markdown, ...addresses];
// oxlint-disable-next-line no-control-regex -- these are what is looked for.
const unprintable = /[\0-\x09\x0B-\x1F\x7F-\x9F\u200E\u200F\u2028-\u202E\u2066-\u2069]/;

/** Outcomes with an attack wherever words of others stand: in a path, a reason, a note, an excerpt, an error. */
function outcomesOf(attack: string): Parameters<typeof printed>[1] {
  const path = `${attack.replaceAll(/[\0/\\]/g, '')}.txt`;
  return [
    built(
      path,
      [
        message({ reason: attack, note: attack }),
        message({ reason: attack, severity: 'error' }),
        message({ reason: attack, severity: 'info', line: null, column: null }),
      ],
      [{ text: attack, at: 1, length: 4 }, null, null],
    ),
    failed(path, attack),
  ];
}

const named = attacks.map((attack): [string, string] => [
  JSON.stringify(attack.slice(0, 60)),
  attack,
]);

describe('reports', () => {
  it.each(named)('for a terminal and for GitHub print every character of %s', (_name, attack) => {
    for (const name of ['pretty', 'github'] as const) {
      const text = printed(name, outcomesOf(attack), { isCommandLog: true });
      expect(text).not.toMatch(unprintable);
      const commands = text.match(/^\s*::.*$|##\[/gm) ?? [];
      if (name === 'pretty') expect(commands).toEqual([]);
      else {
        expect(commands).toHaveLength(4);
        for (const command of commands)
          expect(command).toMatch(/^::(?:error|warning|notice) (?:\w+=[^:,]*,)*title=[\w/-]+::/);
      }
    }
  });

  it.each(named)('that programs read hold %s as it is', (_name, attack) => {
    for (const name of ['json', 'gitlab', 'sarif'] as const) {
      const text = printed(name, outcomesOf(attack));
      expect(() => JSON.parse(text)).not.toThrow();
    }
    const json = JSON.parse(printed('json', outcomesOf(attack))) as {
      articles: { findings: { reason: string }[] }[];
    };
    expect(json.articles[0]?.findings.map(({ reason }) => reason)).toContain(attack);
  });

  it.each(named)('of XML are well-formed with %s, and hold no element of it', (_name, attack) => {
    const reports: [ReporterName, RegExp][] = [
      ['junit', /^(?:testsuites|testsuite|testcase|failure|error|system-out|properties|property|skipped)$/], // prettier-ignore
      ['checkstyle', /^(?:checkstyle|file|error)$/],
    ];
    for (const [name, known] of reports) {
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw error;
      });
      const names = new Set<string>();
      parser.on('opentag', (tag) => void names.add(tag.name));
      parser.write(printed(name, outcomesOf(attack))).close();
      for (const each of names) expect(each).toMatch(known);
    }
  });
});

describe.skipIf(!hasBrowser)('the summary of a job', { timeout: 300_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  test('is text where a page trusts its Markdown', async () => {
    const exhibits = [];
    for (const [index, group] of grouped(attacks, 24).entries()) {
      const reporter = create('github');
      for (const attack of group)
        for (const outcome of outcomesOf(attack)) reporter.article(outcome);
      reporter.end(noTotals(), 1);
      const html = await rendered(reporter.jobSummary?.(1_000_000) ?? '');
      expect(html).toContain('<table>');
      exhibits.push({ name: `summary ${index}`, html });
    }
    expect(await watch(browser, exhibits)).toEqual([]);
  });
});

describe('commands', { timeout: 120_000 }, () => {
  const prose =
    'The ferry left at noon (Reuters, May 2, 2024). “The harbour belongs to those who work in it, and to nobody else,” said Ingrid Vollan of the town on Monday.';
  const name = 'a\u001B[31m\u0007::error::b\u202E<img src=x onerror=alert(1)>.txt';

  it.each([
    [['build', '--no-cache']],
    [['check']],
    [['entities', name]],
    [['pull-quotes', name]],
    [['decide', name]],
    [['inspect', name]],
  ])('%j command no terminal', async (args) => {
    const cwd = workspace({
      [`input/${name}`]: `The harbour \u001B[2J\u009B31m\u0007\n\nBy Ana \u001B]0;x\u0007 Ruiz\n\n${prose} ${words.join(' ')}\n\nAna \u001B[31mRuiz spoke with Ingrid \u009BVollan.\n`,
      'pipeline.config.yaml': 'plugins: [masthead, cleanup, citations, entities, pull-quotes]\n',
    });
    const place = args.map((each) => (each === name ? `input/${name}` : each));
    const { stdout, stderr } = await copydesk(cwd, place);
    expect(`${stdout}${stderr}`.length).toBeGreaterThan(20);
    expect(stdout).not.toMatch(unprintable);
    expect(stderr).not.toMatch(unprintable);
  });
});
