declare module '@mozilla/readability/JSDOMParser.js' {
  /** The small DOM that Readability brings along. It reads well-formed markup alone. */
  export default class JSDOMParser {
    parse(markup: string, url?: string): never;
  }
}
