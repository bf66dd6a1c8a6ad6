/**
 * A pull quote in Markdown, for sites that want it in the flow of the text instead of the front matter.
 */

/** A quote to be written. */
export interface QuoteText {
  text: string;
  /** Who says it. */
  attribution?: string | undefined;
}

/** A container directive: `:::pullquote{by="…"}`. The text is Markdown already. */
export function toDirective({ text, attribution }: QuoteText, name = 'pullquote'): string {
  const by = attribution === undefined ? '' : `{by="${escapeValue(attribution)}"}`;
  const colons = ':'.repeat(Math.max(3, longestRun(text, ':') + 1));
  return `${colons}${name}${by}\n${text}\n${colons}`;
}

/**
 * A shortcode from a template of the user's choice, in which `{text}` and `{by}` stand for the quote and its speaker. What stands between
 * `[[` and `]]` is left out where nobody is known to speak: `{{< pullquote[[ by="{by}"]] >}}{text}{{< /pullquote >}}`.
 */
export function toShortcode({ text, attribution }: QuoteText, template: string): string {
  const chosen = template.replaceAll(
    /\[\[([^[\]]{0,500})\]\]/g,
    attribution === undefined ? '' : '$1',
  );
  return chosen.replaceAll(/\{(text|by)\}/g, (_, key: string) =>
    key === 'text' ? text : escapeValue(attribution ?? ''),
  );
}

function escapeValue(value: string): string {
  return value.replaceAll('"', '&quot;').replaceAll(/\s+/g, ' ');
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const each of text) {
    run = each === character ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
