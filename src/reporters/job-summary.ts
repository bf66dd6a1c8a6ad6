/** The findings of a run as Markdown, within the length that GitHub takes. */
import type { Severity } from '../model/index.ts';
import { severities, type Finding } from './findings.ts';
import { markdownText } from './harmless.ts';

/** The longest summary of a step, in bytes. */
export const longestJobSummary = 1024 * 1024;

const titles: Record<Severity, string> = { error: 'Errors', warning: 'Warnings', info: 'Notes' };
const tableHead = '| Article | Line | Finding | Rule |\n| --- | --: | --- | --- |\n';

interface Section {
  rows: string[];
  bytes: number;
  /** How many rows there would be. */
  count: number;
  /** How many findings these stand for. */
  findings: number;
}

/** Gathers findings in whatever number, and keeps no more of each severity than can be printed. */
export class JobSummary {
  readonly #sections: Record<Severity, Section> = {
    error: { rows: [], bytes: 0, count: 0, findings: 0 },
    warning: { rows: [], bytes: 0, count: 0, findings: 0 },
    info: { rows: [], bytes: 0, count: 0, findings: 0 },
  };
  #line = '';

  add(path: string, finding: Finding): void {
    const section = this.#sections[finding.severity];
    section.count++;
    section.findings += finding.count ?? 1;
    if (section.bytes >= longestJobSummary) return;
    const row = rowOf(path, finding);
    section.rows.push(row);
    section.bytes += Buffer.byteLength(row);
  }

  /** @param line - What the run has done. */
  end(line: string): void {
    this.#line = line;
  }

  /** The worst findings first, as many as have room. */
  print(bytes: number): string {
    const parts = [`## copydesk\n\n${this.#line}\n`];
    // Room for the line that says what is missing.
    let room = bytes - Buffer.byteLength(parts[0] as string) - 200;
    let missing = 0;
    for (const severity of severities) {
      const { rows, count, findings } = this.#sections[severity];
      if (count === 0) continue;
      const head = `\n### ${titles[severity]} (${findings})\n\n${tableHead}`;
      const fitting: string[] = [];
      let left = room - Buffer.byteLength(head);
      for (const row of rows) {
        left -= Buffer.byteLength(row);
        if (left < 0) break;
        fitting.push(row);
      }
      missing += count - fitting.length;
      if (fitting.length === 0) continue;
      parts.push(head, ...fitting);
      room = Math.max(
        0,
        room -
          Buffer.byteLength(head) -
          fitting.reduce((sum, row) => sum + Buffer.byteLength(row), 0),
      );
    }
    if (missing > 0) {
      parts.push(
        `\n${missing} more ${missing === 1 ? 'finding has' : 'findings have'} no room here; another reporter, such as \`--reporter json=report.json\`, writes all.\n`,
      );
    }
    const text = parts.join('');
    return Buffer.byteLength(text) <= bytes ? text : '';
  }
}

function rowOf(path: string, { line, reason, ruleId, url }: Finding): string {
  const rule = markdownText(ruleId);
  const link = url !== null && /^https?:\/\/[^\s()<>|]+$/.test(url) ? `[${rule}](${url})` : rule;
  return `| ${markdownText(path)} | ${line ?? ''} | ${markdownText(reason)} | ${link} |\n`;
}
