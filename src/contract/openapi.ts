import { compact } from '#domain/values/compact.ts';
import { endpoints, openapiPath, type Endpoints } from './endpoints.ts';
import type { Endpoint, EndpointSchemas } from '#contract/core/endpoint.ts';
import { problemSchema } from '#contract/core/problem-schemas.ts';
import { requestExamples } from './openapi-examples.ts';
import { problemResponses, problemsOf } from './openapi-problems.ts';
import { schemas } from './schemas.ts';
import { summaries } from './summaries.ts';
import { z } from '#contract/core/zod.ts';

type Json = Readonly<Record<string, unknown>>;
const ids = Object.keys(endpoints) as (keyof Endpoints)[];

interface MadeSchema {
  properties?: Record<string, unknown> | undefined;
  required?: string[] | undefined;
  additionalProperties?: unknown;
}
/** Gives the required keys of a record their schema by name, as readers of the document expect. */
function nameRequired(schema: MadeSchema): void {
  const { required = [], properties, additionalProperties: of } = schema;
  if (typeof of !== 'object' || of === null) return;
  const missingKeys = required.filter((key) => properties?.[key] === undefined);
  if (missingKeys.length > 0)
    schema.properties = {
      ...properties,
      ...Object.fromEntries(missingKeys.map((key) => [key, of])),
    };
}

/** Converts a schema to JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema: made }) => nameRequired(made),
  });
  return rest;
}
function parameters(
  schema: z.ZodType,
  where: 'path' | 'query',
  examples: Readonly<Record<string, string>> = {},
): readonly Json[] {
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Readonly<Record<string, Json>>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: shape,
    ...compact({ example: examples[name] }),
  }));
}
const header = (name: string, isRequired: boolean, description: string): Json => ({
  name,
  in: 'header',
  required: isRequired,
  description,
  schema: { type: 'string' },
});
const csv = 'text/csv';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const pptx = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const pdf = 'application/pdf';
const chartTypes = ['application/json', csv, xlsx, pptx, 'image/svg+xml', 'image/png', pdf];
/** Media types of the endpoints that reply with more than JSON. */
const replyTypes: { readonly [K in keyof Endpoints]?: readonly string[] } = {
  chart: chartTypes,
  sharedChart: chartTypes,
  sharedList: [csv, xlsx],
  document: [pdf, pptx, xlsx, 'application/zip', csv],
  evidenceFile: ['application/octet-stream'],
  valueEvidenceFile: ['application/octet-stream'],
  metrics: ['application/openmetrics-text'],
  logo: ['image/png', 'image/jpeg'],
  events: ['text/event-stream'],
  sharedEvents: ['text/event-stream'],
};

/** Endpoints that take a file. */
const uploads: ReadonlySet<keyof Endpoints> = new Set([
  'previewImport',
  'previewTargets',
  'addEvidence',
  'addAnswerFile',
  'addValueEvidence',
  'addLogo',
]);

function requestBody(id: keyof Endpoints): Json {
  const { body } = schemas[id];
  if (body === undefined) return {};
  const upload = {
    type: 'object',
    required: ['file'],
    properties: { file: { type: 'string', format: 'binary' } },
  };
  const content = uploads.has(id)
    ? { 'multipart/form-data': { schema: upload } }
    : {
        'application/json': {
          schema: jsonSchema(body, 'input'),
          ...compact({ example: requestExamples[id]?.body }),
        },
      };
  return { requestBody: { required: true, content } };
}

/** The headers that an endpoint reads for preconditions, repeats and streams. */
function headers(id: keyof Endpoints, method: Endpoint['method']): readonly Json[] {
  if (id === 'events')
    return [
      header('Last-Event-ID', false, 'The last received revision; a later one is sent at once'),
    ];
  if (method === 'GET')
    return [header('If-None-Match', false, 'An earlier ETag; 304 when nothing changed')];
  if (method === 'POST')
    return [
      header(
        'Idempotency-Key',
        false,
        'A repeated request with the same body within 24 hours gets the first response',
      ),
    ];
  return [
    header(
      'If-Match',
      true,
      'The ETag of the version to change; 428 without it, 412 when a newer version exists',
    ),
  ];
}

function successResponse(id: keyof Endpoints): Json {
  const schema = jsonSchema(schemas[id].reply, 'output');
  const types = replyTypes[id] ?? ['application/json'];
  return {
    description: summaries[id],
    content: Object.fromEntries(
      types.map((type) => [type, { schema: type === 'application/json' ? schema : {} }]),
    ),
  };
}

function operation(id: keyof Endpoints): Json {
  const { method, creates }: Endpoint = endpoints[id];
  const { params, query, body, conflict = {} }: EndpointSchemas = schemas[id];
  return {
    operationId: id,
    summary: summaries[id],
    parameters: [
      ...parameters(params, 'path', requestExamples[id]?.params),
      ...parameters(query, 'query', requestExamples[id]?.query),
      ...headers(id, method),
    ],
    ...requestBody(id),
    responses: {
      [creates === true ? '201' : '200']: successResponse(id),
      ...compact({
        '304': method === 'GET' && id !== 'events' ? { description: 'Nothing changed' } : undefined,
      }),
      ...problemsOf(
        endpoints[id],
        body !== undefined,
        compact({
          409: conflict[409] && jsonSchema(conflict[409], 'output'),
          412: conflict[412] && jsonSchema(conflict[412], 'output'),
        }),
      ),
    },
  };
}

const about = [
  'One installation serves one zone. Missing is never 0, planned and actual are never added, and two currencies are never added.',
  'Money is an integer of minor units in a string; values of indicators are exact decimals in a string. Dates are days, never moments.',
  'POST, PATCH, PUT and DELETE are accepted from this site only: send `Authorization: Bearer` with a token (cookies are then ignored), or `Origin` with the address of this Headway; and `Content-Type: application/json` (or multipart/form-data for the upload).',
  'Unknown parameters and unknown keys are rejected with 400. When a JSON object has a key twice, the last one counts. JSON is at most 1 MB and 20 levels deep.',
].join('\n\n');

/**
 * Describes the whole API in OpenAPI 3.1, from the endpoints and their schemas.
 *
 * @param address - the address that readers open; without one the document describes its own server
 */
export function openapiDocument(version: string, address = '/'): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const id of ids) {
    const { method, path }: Endpoint = endpoints[id];
    (paths[path.replace(/:([a-z]+)/g, '{$1}')] ??= {})[method.toLowerCase()] = operation(id);
  }
  paths[openapiPath] = {
    get: {
      operationId: 'openapi',
      summary: 'This document',
      responses: {
        '200': { description: 'OpenAPI 3.1' },
        ...problemsOf({ method: 'GET', path: openapiPath }, false),
      },
    },
  };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Headway',
      version,
      description: about,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: address, description: 'This Headway' }],
    paths,
    // the pages of this site call without a token
    security: [{ token: [] }, {}],
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description:
            'Created on the account page; it acts as its owner and has no access to accounts',
        },
      },
      responses: problemResponses,
      schemas: { Problem: jsonSchema(problemSchema, 'output') },
    },
  };
}
