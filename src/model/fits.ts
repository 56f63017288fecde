import type { z } from 'zod';
import { isRecord } from './same.ts';

type Fits = (value: unknown) => boolean;

/**
 * A fast look at a value: true only when the schema would take it and hand it on as it is. False says nothing: the
 * schema has the word then. Of what is stored nearly everything fits, at a tenth of what the schema takes.
 *
 * Made from the schema itself, without generated code: a page with a policy allows none.
 */
export function fitsOf(schema: z.core.$ZodType): Fits {
  const { def } = schema._zod;
  const checks = (def.checks ?? []).map(checkOf);
  const base = baseOf(schema as z.core.$ZodTypes);
  if (!base || checks.includes(null)) return () => false;
  if (checks.length === 0) return base;
  return (value) => base(value) && checks.every((check) => check?.(value));
}

function baseOf({ _zod: { def, ...rest } }: z.core.$ZodTypes): Fits | null {
  // A format of its own (an address, a whole number) or a conversion: more than the plain type.
  if ('format' in def || 'coerce' in def || 'catchall' in def) return null;
  switch (def.type) {
    case 'string':
      return (value) => typeof value === 'string';
    case 'number':
      return (value) => Number.isFinite(value);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'literal':
    case 'enum': {
      const values: ReadonlySet<unknown> | undefined = 'values' in rest ? rest.values : undefined;
      return values ? (value) => values.has(value) : null;
    }
    case 'template_literal':
      return 'pattern' in rest && rest.pattern ? matches(rest.pattern) : null;
    case 'custom': {
      const { Class: made } = rest.bag as { Class?: abstract new () => unknown };
      return made ? (value) => value instanceof made : null;
    }
    case 'array':
      return listOf(fitsOf(def.element));
    case 'nullable':
      return either((value) => value === null, fitsOf(def.innerType));
    case 'optional':
      return either((value) => value === undefined, fitsOf(def.innerType));
    case 'default':
    case 'prefault':
      // A missing value would be filled in.
      return fitsOf(def.innerType);
    case 'union':
      // Of several kinds of records the first that reads wins, and may leave away what another would keep.
      return def.options.every(({ _zod }) => PLAIN.has(_zod.def.type)) ? def.options.map(fitsOf).reduce(either) : null;
    case 'object':
      return recordOf(def.shape);
    default:
      return null;
  }
}

const PLAIN: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'literal', 'enum', 'template_literal']);

const matches =
  (pattern: RegExp): Fits =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

const either =
  (one: Fits, other: Fits): Fits =>
  (value) =>
    one(value) || other(value);

function listOf(fits: Fits): Fits {
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (const item of value) if (!fits(item)) return false;
    return true;
  };
}

/** Exactly the fields of the shape: a schema leaves others away. */
function recordOf(shape: Readonly<Record<string, z.core.$ZodType>>): Fits {
  const fields = new Map<string, { readonly fits: Fits; readonly needed: boolean }>();
  let needed = 0;
  for (const [key, schema] of Object.entries(shape)) {
    const fits = fitsOf(schema);
    const field = { fits, needed: !fits(undefined) };
    fields.set(key, field);
    if (field.needed) needed++;
  }
  return (value) => {
    if (!isRecord(value)) return false;
    let found = 0;
    for (const key of Object.keys(value)) {
      const field = fields.get(key);
      if (!field?.fits(value[key])) return false;
      if (field.needed) found++;
    }
    return found === needed;
  };
}

function checkOf(check: z.core.$ZodCheck): Fits | null {
  const { def } = check._zod as z.core.$ZodChecks['_zod'];
  switch (def.check) {
    case 'number_format':
      return def.format === 'safeint' ? Number.isSafeInteger : null;
    case 'string_format':
      return def.format === 'regex' && def.pattern && !def.pattern.global ? matches(def.pattern) : null;
    case 'greater_than':
      return def.inclusive ? (value) => (value as number) >= (def.value as number) : null;
    case 'less_than':
      return def.inclusive ? (value) => (value as number) <= (def.value as number) : null;
    case 'min_length':
      return (value) => (value as string).length >= def.minimum;
    case 'max_length':
      return (value) => (value as string).length <= def.maximum;
    default:
      return null;
  }
}
