/** An article that shows a rule, with what it needs. Tests build it. */
export interface RuleExample {
  /** The article; of a Word file, what stands in its body as XML. */
  article: string;
  /** Default: `article.txt`. */
  name?: string;
  /** The config, as YAML. Default: none. */
  config?: string;
  /** Publication date, as of `--date`. */
  date?: string;
  /** The editor's decisions, as YAML. */
  decisions?: string;
  /** Default: UTF-8. */
  encoding?: 'windows-1252';
  /** Other files that it needs, by their paths. */
  files?: Readonly<Record<string, string>>;
  /** Of a Word file: what stands in its comments, as XML. */
  comments?: string;
}

/** What there is to say of a rule beside its summary. Markdown. */
export interface RuleDoc {
  /** Why it matters to an editor or a reader, and what to do about it. */
  why: string;
  /** Gives the rule. In words where no article can show it. */
  bad: RuleExample | string;
  /** Doesn't give the rule. */
  good: RuleExample | string;
  /** Options and limits that bear on it. */
  setting?: string;
}
