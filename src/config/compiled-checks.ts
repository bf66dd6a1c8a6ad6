/**
 * Checks that tell whether a value holds to a schema of ours, by the digests of the schemas. The build compiles them into this module's place:
 * where the code runs as it was written there are none.
 */
export const compiledChecks: Readonly<Record<string, (value: unknown) => boolean>> = {};
