import type { VFile } from 'vfile';
import { tellBeyond } from './cap-findings.ts';
import { matchesRule } from './config/rule-pattern.ts';
import type { Settings } from './config/settings.ts';
import type { RuleSetting } from './config/types.ts';
import {
  messageId,
  ownSeverity,
  ruleUrl,
  rules,
  setSeverity,
  type RuleCatalogue,
  type RuleId,
} from './model/index.ts';
import { applySuppressions } from './suppressions/apply.ts';

type RuleSettings = Readonly<Record<string, RuleSetting>>;

/**
 * Takes away what the article itself says to leave out; gives each of the other messages the severity that its plugin's catalogue, or else
 * the config, sets; and takes away what is off.
 */
export function applySeverities(
  file: VFile,
  catalogue: RuleCatalogue,
  settings: Pick<Settings, 'rules' | 'overrides' | 'rulesUrl'>,
): void {
  const path = file.data.source?.path ?? file.path ?? '';
  // The last word counts.
  const layers = settings.overrides
    .filter(({ matches }) => matches(path))
    .map((each) => each.rules)
    .reverse();
  layers.push(settings.rules);
  applySuppressions(file, catalogue, () =>
    tellBeyond(file, catalogue, (rule) => settingOf(rule, layers)),
  );
  file.messages = file.messages.filter((message) => {
    const id = messageId(message, catalogue);
    // A message that a user's plugin made with `file.message` bears no severity yet.
    const setting = settingOf(id, layers) ?? ownSeverity(message) ?? catalogue[id]?.severity;
    if (setting === 'off') return false;
    if (setting !== undefined) setSeverity(message, setting);
    if (settings.rulesUrl !== undefined && Object.hasOwn(rules, id))
      message.url = ruleUrl(id as RuleId, settings.rulesUrl);
    return true;
  });
}

/** Within a layer, an id counts before the patterns that match it, and a longer pattern before a shorter one. */
function settingOf(id: string, layers: readonly RuleSettings[]): RuleSetting | undefined {
  for (const layer of layers) {
    if (Object.hasOwn(layer, id)) return layer[id];
    const patterns = Object.keys(layer).filter(
      (each) => each.endsWith('*') && matchesRule(each, id),
    );
    const nearest = patterns.sort((a, b) => b.length - a.length)[0];
    if (nearest !== undefined) return layer[nearest];
  }
  return undefined;
}
