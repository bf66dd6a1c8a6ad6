import type { VFile } from 'vfile';
import { messageId, setSeverity, type RuleCatalogue } from './model/index.ts';
import type { RuleSetting } from './config/types.ts';

/** Gives each message the severity that its plugin's catalogue, or else the config, sets; takes away what is off. */
export function applySeverities(
  file: VFile,
  catalogue: RuleCatalogue,
  settings: Readonly<Record<string, RuleSetting>>,
): void {
  file.messages = file.messages.filter((message) => {
    const id = messageId(message, catalogue);
    // A message that a user's plugin made with `file.message` bears no severity yet.
    const setting = settings[id] ?? catalogue[id]?.severity;
    if (setting === 'off') return false;
    if (setting !== undefined) setSeverity(message, setting);
    return true;
  });
}
