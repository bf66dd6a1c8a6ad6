/** A file of decisions can't be used. The message names file, line and column, and shows the lines around them. */
export class DecisionsError extends Error {
  readonly ruleId = 'decisions/invalid';

  constructor(reason: string) {
    super(reason);
    this.name = 'DecisionsError';
  }
}
