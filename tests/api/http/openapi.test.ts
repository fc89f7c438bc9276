import { compact } from '#domain/values/compact.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openapiDocument } from '#contract/openapi.ts';
import { requestExamples } from '#contract/openapi-examples.ts';
import { endpoints } from '#contract/endpoints.ts';
import { schemas } from '#contract/schemas.ts';
import type { Endpoint, EndpointSchemas } from '#contract/core/endpoint.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

type Json = Readonly<Record<string, unknown>>;
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, { readonly $ref?: string }>>;
}
interface Document {
  readonly servers: readonly { readonly url: string }[];
  readonly info: { readonly license: Json };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly components: Readonly<Record<'securitySchemes' | 'responses' | 'schemas', Json>>;
}
const document = (address?: string) =>
  JSON.parse(JSON.stringify(openapiDocument('1.0.0', address))) as Document;
const operations = Object.entries(document().paths).flatMap(([path, methods]) =>
  Object.values(methods).map((operation) => ({ path, ...operation })),
);
/** Every object inside a value, with its path. */
function* walk(value: unknown, path = '#'): Generator<readonly [string, Json]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [path, value as Json];
  for (const [key, inner] of Object.entries(value)) yield* walk(inner, `${path}/${key}`);
}

/** Our own checks of the rules that the usual linter for OpenAPI recommends. */
describe('the description of the API', () => {
  test('names its server: the address of the readers, else its own', () => {
    expect(document('https://progress.example.org').servers).toEqual([
      { url: 'https://progress.example.org', description: 'This Headway' },
    ]);
    expect(document().servers.map(({ url }) => url)).toEqual(['/']);
  });

  test('each operation has one id, a summary, and names its problems by status', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operationId, summary, responses } of operations) {
      expect([operationId, summary.trim() === '']).toEqual([operationId, false]);
      const named = Object.keys(responses).filter((status) => /^4\d\d$/.test(status));
      expect([operationId, named.length >= 3]).toEqual([operationId, true]);
      expect(Object.keys(responses).some((status) => /^2\d\d$/.test(status))).toBe(true);
    }
  });

  test('an operation that changes data names 412 and 428, one with a body 415 and 422', () => {
    const find = (id: string) => operations.find(({ operationId }) => operationId === id);
    expect(Object.keys(find('updateZone')?.responses ?? {})).toEqual(
      expect.arrayContaining([
        '400',
        '401',
        '403',
        '409',
        '412',
        '413',
        '415',
        '422',
        '428',
        '429',
      ]),
    );
    expect(Object.keys(find('project')?.responses ?? {})).toContain('404');
    expect(Object.keys(find('zone')?.responses ?? {})).not.toContain('404');
  });

  test('a rejected change with more than the present version describes it', () => {
    const find = (id: string, status: string) =>
      JSON.stringify(operations.find((one) => one.operationId === id)?.responses[status]);
    for (const id of ['changeProject', 'moveProject', 'changeIssue', 'changeDecision'])
      expect(find(id, '412')).toContain('"required":["now","seen"]');
    expect(find('undoRevision', '409')).toContain('"required":["conflicts","rest"]');
  });

  test('path parameters are in the path, and no two paths are equal', () => {
    for (const { operationId, path, parameters = [] } of operations) {
      const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
      const named = [...path.matchAll(/\{([a-z_]+)\}/g)].map(([, name]) => name);
      expect([operationId, inPath.toSorted()]).toEqual([operationId, named.toSorted()]);
      const keys = parameters.map((one) => `${one.in} ${one.name}`);
      expect([operationId, new Set(keys).size]).toEqual([operationId, keys.length]);
    }
    const shapes = Object.keys(document().paths).map((path) => path.replace(/\{[^}]+\}/g, '{}'));
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  test('every reference has a target, every component is used, and security is defined', () => {
    const whole = document();
    const references = [...walk(whole)].flatMap(([, { $ref }]) =>
      typeof $ref === 'string' ? [$ref] : [],
    );
    const places = new Set([...walk(whole)].map(([path]) => path));
    expect(references.filter((one) => !places.has(one))).toEqual([]);
    for (const kind of ['responses', 'schemas'] as const)
      for (const name of Object.keys(whole.components[kind]))
        expect(references).toContain(`#/components/${kind}/${name}`);
    for (const one of whole.security)
      for (const name of Object.keys(one))
        expect(Object.keys(whole.components.securitySchemes)).toContain(name);
  });

  test('a required key of an object is one that it describes', () => {
    const undescribed = [...walk(document())].flatMap(([path, { required, properties, type }]) =>
      type === 'object' && Array.isArray(required)
        ? required
            .filter((key) => (properties as Json | undefined)?.[String(key)] === undefined)
            .map((key) => `${path} ${String(key)}`)
        : [],
    );
    expect(undescribed).toEqual([]);
  });
});

const examples = Object.entries(requestExamples) as [
  keyof typeof requestExamples,
  NonNullable<(typeof requestExamples)[keyof typeof requestExamples]>,
][];

describe.each(engines)('the examples of the description on $name', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterAll(() => api.close());

  test.each(examples)('%s is valid and works on the example data', async (id, example) => {
    const { params = {}, query = {}, body } = example;
    const shapes: EndpointSchemas = schemas[id];
    expect(shapes.params.safeParse(params).error?.issues ?? []).toEqual([]);
    expect(shapes.query.safeParse(query).error?.issues ?? []).toEqual([]);
    expect(shapes.body?.safeParse(body).error?.issues ?? []).toEqual([]);
    const { method, path, creates }: Endpoint = endpoints[id];
    const filled = path.replace(/:([a-z]+)/g, (_, name: string) => params[name] ?? '');
    const search = new URLSearchParams(query).toString();
    const reply = await api.send(method, `${filled}${search === '' ? '' : `?${search}`}`, {
      ...compact({ body }),
    });
    const text = reply.status < 300 ? '' : await reply.text();
    expect([reply.status, text]).toEqual([creates === true ? 201 : 200, '']);
    if (text === '') await reply.body?.cancel();
  });
});
