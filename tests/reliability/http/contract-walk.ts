import { compact } from '#domain/values/compact.ts';
import type { Endpoint } from '#contract/core/endpoint.ts';
import { endpoints, type Endpoints } from '#contract/endpoints.ts';
import { schemas } from '#contract/schemas.ts';
import { z } from '#contract/core/zod.ts';

type Json = Readonly<Record<string, unknown>>;
export type Place = readonly (string | number)[];
/**
 * An endpoint as a test walks it: its input is made from the contract, so that a new endpoint is
 * tried without a change here.
 */
export interface Walked {
  readonly id: keyof Endpoints;
  readonly method: Endpoint['method'];
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: readonly string[];
  /** The required part of its query. */
  readonly needs: Readonly<Record<string, string>>;
  /** A body with every possible field, and whether the contract accepts it unchanged. */
  readonly body?: unknown;
  readonly fits: boolean;
  readonly upload: boolean;
  readonly takes: (body: unknown) => boolean;
}

/** Texts for fields of the contract: the first that matches a pattern is used for it. */
const words = [
  'x',
  '2021-03-31',
  '2021-03',
  '42',
  '1',
  'CNY',
  'JPY',
  'companies',
  'operation',
  'https://example.org',
  '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  '0'.repeat(64),
  '2021-04-16T08:00:00Z',
  'person@example.org',
  'targets.csv',
  'workbook.xlsx',
  'long-enough-to-be-a-password',
  'A'.repeat(43),
  'A'.repeat(22),
  'a'.repeat(16),
  `t${'0'.repeat(20)}`,
  '/',
  '',
];

/** A value that a JSON schema describes, with every field. `plain`: only the required ones. */
function example(schema: Json, root: Json, plain: boolean, depth = 0): unknown {
  const at = (inner: unknown): unknown => example(inner as Json, root, plain, depth + 1);
  if (depth > 12) return null;
  if (typeof schema['$ref'] === 'string') {
    const target = schema['$ref']
      .split('/')
      .slice(1)
      .reduce<unknown>((node, key) => (node as Json)[key], root);
    return at(target);
  }
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const choices = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(choices)) return at(choices[0]);
  if (Array.isArray(schema['allOf'])) return Object.assign({}, ...schema['allOf'].map(at));
  switch (schema['type']) {
    case 'object': {
      const fields = (schema['properties'] ?? {}) as Record<string, Json>;
      const needed = (schema['required'] ?? []) as readonly string[];
      return Object.fromEntries(
        Object.entries(fields).flatMap(([name, inner]) =>
          plain && !needed.includes(name) ? [] : [[name, at(inner)]],
        ),
      );
    }
    case 'array':
      return plain && !schema['minItems'] ? [] : [at(schema['items'] ?? {})];
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema['minimum'] ?? schema['exclusiveMinimum'] ?? 1));
    case 'boolean':
      return true;
    case 'null':
      return null;
    default: {
      const pattern =
        typeof schema['pattern'] === 'string' ? new RegExp(schema['pattern']) : /(?:)/;
      const least = Number(schema['minLength'] ?? 0);
      return (
        words.find((word) => pattern.test(word) && word.length >= least) ??
        'x'.repeat(Math.max(1, least))
      );
    }
  }
}
/**
 * Rules that no JSON schema states are met by trial: another word, or a field less, wherever fewer
 * faults remain.
 */
function fitExample(schema: z.ZodType, value: unknown): unknown {
  let best = value;
  for (let round = 0; round < 60; round += 1) {
    const issues = schema.safeParse(best).error?.issues ?? [];
    const [issue] = issues;
    if (issue === undefined) return best;
    const at = issue.path as Place;
    const part = at.reduce<unknown>(
      (node, key) => (node as Record<string, unknown> | undefined)?.[key],
      best,
    );
    const children =
      typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.keys(part) : [];
    const without = (object: unknown, key: string | number): unknown =>
      Array.isArray(object)
        ? object.filter((_, i) => i !== key)
        : Object.fromEntries(Object.entries(object as object).filter(([name]) => name !== key));
    const last = at.at(-1);
    const better = [
      ...words.map((word) => () => withAt(best, at, () => word)),
      ...children.flatMap((key) => [
        () => withAt(best, at, (old) => without(old, key)),
        ...words.map((word) => () => withAt(best, [...at, key], () => word)),
      ]),
      ...(last === undefined
        ? []
        : [() => withAt(best, at.slice(0, -1), (old) => without(old, last))]),
    ]
      .map((make) => make())
      .find((candidate) => (schema.safeParse(candidate).error?.issues.length ?? 0) < issues.length);
    if (better === undefined) return best;
    best = better;
  }
  return best;
}
function bodyOf(schema: z.ZodType): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  const full = fitExample(schema, example(json, json, false));
  const plain = example(json, json, true);
  return !schema.safeParse(full).success && schema.safeParse(plain).success ? plain : full;
}

/** The required part of a query, which may be empty. */
function neededOf(schema: z.ZodType): Readonly<Record<string, string>> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  return fitExample(schema, example(json, json, true)) as Readonly<Record<string, string>>;
}

const codes: Readonly<Record<string, string>> = { code: 'P1', month: '2021-03', id: '1' };
function paramsOf(schema: z.ZodType): Readonly<Record<string, string>> {
  const names = 'shape' in schema ? Object.keys(schema.shape as object) : [];
  const parameters = Object.fromEntries(names.map((name) => [name, codes[name] ?? 'x']));
  const tried = [
    parameters,
    ...words.map((word) =>
      Object.fromEntries(
        names.map((name) => [
          name,
          name === 'code' || name === 'month' ? (codes[name] ?? word) : word,
        ]),
      ),
    ),
  ];
  return tried.find((one) => schema.safeParse(one).success) ?? parameters;
}

/** Every endpoint of the contract. */
export function walk(): Walked[] {
  return (Object.keys(endpoints) as (keyof Endpoints)[]).map((id): Walked => {
    const { method, path }: Endpoint = endpoints[id];
    const { params, query, body } = schemas[id] as {
      params: z.ZodType;
      query: z.ZodType;
      body?: z.ZodType;
    };
    const upload = body !== undefined && 'shape' in body && 'file' in (body.shape as object);
    const sampleBody = body === undefined || upload ? undefined : bodyOf(body);
    return {
      id,
      method,
      path,
      params: paramsOf(params),
      query: 'shape' in query ? Object.keys(query.shape as object) : [],
      needs: neededOf(query),
      ...compact({ body: body === undefined || upload ? undefined : sampleBody }),
      fits: body === undefined || upload || body.safeParse(sampleBody).success,
      upload,
      takes: (value) => body?.safeParse(value).success === true,
    };
  });
}

/** The address of an endpoint with the parts of its path. */
export const addressOf = (
  { path, params }: Pick<Walked, 'path' | 'params'>,
  query: Readonly<Record<string, string>> = {},
): string => {
  const search = new URLSearchParams(query).toString();
  const filled = path.replace(/:([a-z]+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? 'x'),
  );
  return search === '' ? filled : `${filled}?${search}`;
};

/** The places in a value: every leaf, and every object. */
export function places(
  value: unknown,
  at: Place = [],
): { readonly leaves: Place[]; readonly objects: Place[] } {
  if (typeof value !== 'object' || value === null) return { leaves: [at], objects: [] };
  const inner = Object.entries(value).map(([key, one]) =>
    places(one, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return {
    leaves: inner.flatMap(({ leaves }) => leaves),
    objects: [...(Array.isArray(value) ? [] : [at]), ...inner.flatMap(({ objects }) => objects)],
  };
}
/** A copy with another value at a place. */
export function withAt(
  value: unknown,
  [key, ...rest]: Place,
  put: (old: unknown) => unknown,
): unknown {
  if (key === undefined) return put(value);
  if (Array.isArray(value))
    return value.map((one, i) => (i === key ? withAt(one, rest, put) : (one as unknown)));
  const object = value as Record<string, unknown>;
  return { ...object, [key]: withAt(object[key], rest, put) };
}
