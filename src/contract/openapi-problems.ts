import type { Endpoint } from '#contract/core/endpoint.ts';

type Json = Readonly<Record<string, unknown>>;

/** The problems of the API by status, each a named response of its description. */
const examples = {
  400: ['BadRequest', 'A parameter or the body is invalid; `errors` names each place'],
  401: ['SignInRequired', 'Sign in, or send a valid token'],
  403: [
    'Forbidden',
    'The role or the token lacks the right, or the request came from another site',
  ],
  404: ['NotFound', 'Nothing has this address or id'],
  409: ['Conflict', 'The present data do not allow it; `detail` says why'],
  412: ['PreconditionFailed', 'Somebody changed it meanwhile; `current` is the present version'],
  413: ['TooLarge', 'The body or the file exceeds its limit'],
  415: ['UnsupportedMediaType', 'Send a content type that the endpoint accepts'],
  422: ['NotAccepted', 'The request is valid, but cannot be carried out; `detail` says what to do'],
  428: ['PreconditionRequired', 'Send If-Match with the ETag of the version to change'],
  429: ['RateLimited', 'Wait for the number of seconds in Retry-After'],
} as const;
type Status = keyof typeof examples;

const problem: Json = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
};

/** The named responses, for `components.responses`. */
export const problemResponses: Json = Object.fromEntries(
  Object.values(examples).map(([name, description]) => [name, { description, content: problem }]),
);

/** The statuses of problems that an endpoint may answer with. */
function listStatuses({ method, path }: Endpoint, hasBody: boolean): readonly Status[] {
  const changes: readonly Status[] = ['PATCH', 'PUT', 'DELETE'].includes(method) ? [412, 428] : [];
  return [
    400,
    401,
    403,
    ...(path.includes(':') ? [404 as const] : []),
    ...(method === 'GET' ? [] : [409 as const]),
    ...changes,
    ...(hasBody ? ([413, 415, 422] as const) : []),
    429,
  ];
}

/** Describes a problem with what its `current` holds. */
const describeConflict = (status: 409 | 412, current: Json): Json => ({
  description: examples[status][1],
  content: {
    'application/problem+json': {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          { type: 'object', properties: { current } },
        ],
      },
    },
  },
});

/**
 * The problems of an endpoint by status, and `default` for those of the server.
 * @param current - the JSON Schema of `current` in its conflicts
 */
export const problemsOf = (
  endpoint: Endpoint,
  hasBody: boolean,
  current: Readonly<Partial<Record<409 | 412, Json>>> = {},
): Json => ({
  ...Object.fromEntries(
    listStatuses(endpoint, hasBody).map((status) => [
      String(status),
      { $ref: `#/components/responses/${examples[status][0]}` },
    ]),
  ),
  ...Object.fromEntries(
    ([409, 412] as const).flatMap((status) => {
      const schema = current[status];
      return schema === undefined ? [] : [[String(status), describeConflict(status, schema)]];
    }),
  ),
  default: { description: 'The fault and what to do about it', content: problem },
});
