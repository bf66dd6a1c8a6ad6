import { didYouMean } from '../config/suggest.ts';
import { assemble } from '../assemble.ts';
import { loadSettings } from '../config/settings.ts';
import { rules as ownRules, ruleUrl, type Rule, type RuleId } from '../model/index.ts';
import { explanation } from '../rule-docs/print.ts';
import { ruleDocs } from '../rule-docs/index.ts';
import { exitCodes, UsageError, type CommandIo } from './io.ts';
import { formatTable } from './table.ts';

export interface RulesFlags {
  config?: string;
  json?: boolean;
}

/** `copydesk rules`: the exit code. */
export async function rules(names: string[], flags: RulesFlags, io: CommandIo): Promise<number> {
  const settings = loadSettings({ cwd: io.cwd, config: flags.config });
  const { catalogue } = await assemble(settings);
  const ids =
    names.length > 0 ? names.flatMap((name) => expand(name, catalogue)) : Object.keys(catalogue);
  const urlOf = (id: string): string | null =>
    Object.hasOwn(ownRules, id) ? ruleUrl(id as RuleId, settings.rulesUrl) : null;
  if (flags.json) {
    const list = ids.map((id) => ({ id, ...(catalogue[id] as Rule), url: urlOf(id) }));
    io.stdout(`${JSON.stringify(list, undefined, 2)}\n`);
    return exitCodes.ok;
  }
  if (names.length > 0 && ids.length === 1) {
    const id = ids[0] as string;
    const url = urlOf(id);
    const text = explanation(id, catalogue[id] as Rule, ruleDocs[id]);
    io.stdout(`${id}\n\n${text}\n${url === null ? '' : `\n${url}\n`}`);
    return exitCodes.ok;
  }
  io.stdout(
    formatTable(
      [
        { title: 'rule' },
        { title: 'severity' },
        { title: 'fix' },
        { title: 'what is wrong', width: 70 },
      ],
      ids.map((id) => {
        const { severity, summary, fixable } = catalogue[id] as Rule;
        return [id, severity, fixable ? 'yes' : '', summary];
      }),
    ),
  );
  return exitCodes.ok;
}

/** The rules that a name stands for: one, or with `citations/*` or `citations` all of a kind. */
function expand(name: string, catalogue: Readonly<Record<string, Rule>>): string[] {
  const ids = Object.keys(catalogue);
  if (Object.hasOwn(catalogue, name)) return [name];
  const kind = name.replace(/\/\*$/, '');
  const some = ids.filter((id) => id.startsWith(`${kind}/`));
  if (some.length > 0) return some;
  const kinds = [...new Set(ids.map((id) => id.split('/')[0] as string))];
  throw new UsageError(
    `Unexpected rule "${name}": there is none of this name.${didYouMean(name, [...ids, ...kinds]) || ' copydesk rules lists them.'}`,
  );
}
