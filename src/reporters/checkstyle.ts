import { findingsOf, type Finding } from './findings.ts';
import { xmlText } from './harmless.ts';
import type { ReporterDefinition } from './reporter.ts';
import { xmlStart } from './xml-start.ts';

/** The XML of Checkstyle, which most older servers read. */
export const checkstyleReporter: ReporterDefinition = {
  description: 'Checkstyle XML',
  kind: 'document',
  create: ({ quiet }) => {
    const start = xmlStart('<checkstyle version="4.3">');
    return {
      article: (outcome) => {
        const files = new Map<string, string>();
        for (const finding of findingsOf(outcome, quiet))
          files.set(finding.path, (files.get(finding.path) ?? '') + toError(finding));
        if (files.size === 0) return undefined;
        const elements = [...files].map(
          ([path, errors]) => `  <file name="${xmlText(path)}">\n${errors}  </file>\n`,
        );
        return start() + elements.join('');
      },
      end: () => `${start()}</checkstyle>\n`,
    };
  },
};

function toError({ line, column, severity, reason, ruleId }: Finding): string {
  const place = line === null ? '' : ` line="${line}" column="${column ?? 1}"`;
  return `    <error${place} severity="${severity}" message="${xmlText(reason)}" source="copydesk.${xmlText(ruleId)}"/>\n`;
}
