import type { ErrorObject, Schema, ValidateFunction } from 'ajv';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { compiledChecks } from './compiled-checks.ts';
import type { ConfigError } from './config-error.ts';
import { pathName, type ConfigSource, type ValuePath } from './source.ts';
import { didYouMean } from './suggest.ts';

/**
 * Checks a value of a config with a JSON Schema.
 *
 * @param base - Where the value stands in the config.
 * @throws ConfigError for the first fault, with its place and, for a name, the one that was likely meant.
 */
export function validate(
  value: unknown,
  schema: Schema,
  source: ConfigSource,
  base: ValuePath = [],
): void {
  if (isKnownValid(value, schema)) return;
  const check = checkerOf(schema);
  if (check(value)) return;
  const error = gravest(check.errors ?? []);
  if (error) throw toConfigError(error, source, base);
}

/** Whether the check that the build made of a schema of ours passes. What is at fault, the compiler of schemas finds out. */
function isKnownValid(value: unknown, schema: Schema): boolean {
  return compiledChecks[schemaDigest(schema)]?.(value) === true;
}

/** The name of a schema among the compiled checks. */
export function schemaDigest(schema: Schema): string {
  return createHash('sha256').update(JSON.stringify(schema)).digest('hex');
}

/** Checks that were compiled before: that takes longer than to check. */
const checkers = new WeakMap<object, ValidateFunction>();

function checkerOf(schema: Schema): ValidateFunction {
  const known = checkers.get(schema as object);
  if (known) return known;
  const { Ajv } = createRequire(import.meta.url)('ajv') as typeof import('ajv');
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strict: false, verbose: true });
  // What is a path is of use to the loader alone.
  ajv.addFormat('path', true);
  const made = ajv.compile(schema);
  checkers.set(schema as object, made);
  return made;
}

/** An unknown name explains the faults that it causes; what stands deepest is nearest to the mistake. */
function gravest(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const weight = (error: ErrorObject): number => {
    const kind = error.keyword === 'additionalProperties' ? 3 : error.keyword === 'enum' ? 2 : 1;
    const group = error.keyword === 'anyOf' || error.keyword === 'oneOf' ? -1 : 0;
    return error.instancePath.split('/').length * 10 + kind + group * 20;
  };
  return [...errors].sort((a, b) => weight(b) - weight(a))[0];
}

function toConfigError(error: ErrorObject, source: ConfigSource, base: ValuePath): ConfigError {
  const path = [...base, ...toPath(error.instancePath)];
  const name = path.length > 0 ? `"${pathName(path)}"` : 'the configuration';
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const known = Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {});
      const expected = known.length > 0 ? `, expected one of ${known.join(', ')}.` : '.';
      return source.error(
        `Unexpected key "${key}"${expected}${didYouMean(key, known)}`,
        [...path, key],
        'key',
      );
    }
    case 'enum':
    case 'const': {
      const allowed = ((params['allowedValues'] ?? [params['allowedValue']]) as unknown[]).map(
        String,
      );
      if (error.data === null) {
        return source.error(
          `Missing value of ${name}, expected one of ${allowed.join(', ')}.`,
          path,
        );
      }
      const actual = String(error.data);
      return source.error(
        `Unexpected value "${actual}" of ${name}, expected one of ${allowed.join(', ')}.${didYouMean(actual, allowed)}`,
        path,
      );
    }
    case 'pattern': {
      const [example] = (error.parentSchema?.['examples'] ?? []) as unknown[];
      if (typeof example !== 'string') break;
      return source.error(
        `Unexpected value "${String(error.data)}" of ${name}, expected one such as "${example}".`,
        path,
      );
    }
    case 'required':
      return source.error(`Missing key "${String(params['missingProperty'])}" in ${name}.`, path);
    case 'type': {
      const expected = [params['type']].flat().map(String).map(article).join(' or ');
      if (error.data === null)
        return source.error(`Missing value of ${name}, expected ${expected}.`, path);
      return source.error(
        `Unexpected ${kindOf(error.data)} as ${name}, expected ${expected}.`,
        path,
      );
    }
    default:
  }
  return source.error(`Unexpected value of ${name}: it ${error.message ?? 'is not valid'}.`, path);
}

function toPath(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'mapping';
  return typeof value === 'string' ? `text "${value}"` : `${typeof value} ${String(value)}`;
}

function article(type: string): string {
  const names: Record<string, string> = {
    array: 'a list',
    object: 'a mapping',
    string: 'a text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    null: 'nothing',
  };
  return names[type] ?? type;
}
