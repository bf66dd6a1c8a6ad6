/**
 * Words of an article are printed in reports, and an article may come from anybody: it must neither command a terminal or a job, nor
 * be markup of the report.
 */

// oxlint-disable-next-line no-control-regex -- these are what is looked for.
const unprintable = /[\0-\x1F\x7F-\x9F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

/** A text on one line, of which a terminal prints every character: controls, and marks that turn its direction, are shown by sign or number. */
export function visible(text: string): string {
  return text.replace(unprintable, (character) => {
    const code = character.charCodeAt(0);
    if (code === 9) return '  ';
    if (code === 10 || code === 13) return ' ';
    if (code < 32) return String.fromCharCode(0x2400 + code);
    if (code === 127) return '\u2421';
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/**
 * A line of a log in which GitHub finds no command: `::name::` counts at the beginning of a line, `##[name]` anywhere.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function withoutCommands(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1:\u200B').replaceAll('##[', '##\u200B[');
}

/** The message of a command to GitHub. */
export function commandData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The value of a property of a command to GitHub. */
export function commandProperty(text: string): string {
  return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Text within a line or a table cell of Markdown. What could be markup, an address or a mention is written as a reference to its character. */
export function markdownText(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]()<>#+!|~&@:$^='"-]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/www\./gi, (match) => `${match.slice(0, 3)}&#46;`);
}

const xmlReferences: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text of an element or an attribute of XML 1.0. What can't stand there at all becomes U+FFFD. */
export function xmlText(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- these are what is looked for.
      .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD')
      .replace(/[&<>"'\t\n\r]/g, (character) => xmlReferences[character] as string)
  );
}
