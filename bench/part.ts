/** One part of the measurements: what it found, as Markdown. */
export type Part = (options: Readonly<PartOptions>) => Promise<string[]>;

export interface PartOptions {
  /** Fewer rounds and smaller sizes: for a first look. */
  quick: boolean;
}
