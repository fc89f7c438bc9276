import { compact } from '#domain/values/compact.ts';
import type { Problem, ProblemDetail } from '#contract/core/problem-schemas.ts';
import type { ProblemCode } from '#contract/core/problem.ts';
import { toHex } from '#server/core/binary/base64.ts';

/** HTTP status and title of every code. */
const kinds: Readonly<Record<ProblemCode, readonly [number, string]>> = {
  bad_request: [400, 'The request is not valid'],
  unknown_parameter: [400, 'Unknown parameter'],
  bad_json: [400, 'The body is not valid JSON'],
  unsupported_media_type: [415, 'This media type is not accepted here'],
  too_large: [413, 'Too large'],
  not_found: [404, 'Not found'],
  method_not_allowed: [405, 'This method is not allowed here'],
  forbidden_origin: [403, 'Requests from other sites are refused'],
  host_not_allowed: [421, 'This host name is not served'],
  sign_in_required: [401, 'Sign-in is needed'],
  forbidden: [403, 'Not allowed for this role'],
  conflict: [409, 'Conflict'],
  precondition_required: [428, 'If-Match is needed'],
  precondition_failed: [412, 'Someone else changed it meanwhile'],
  import_unreadable: [422, 'The file cannot be read'],
  import_refused: [422, 'The file is refused'],
  import_questions_open: [422, 'Questions are open'],
  import_register_changed: [409, 'The register changed since the preview'],
  import_expired: [404, 'The preview has expired'],
  import_stopped: [409, 'The import was stopped'],
  import_ended: [503, 'The import process was ended'],
  export_failed: [422, 'The export failed'],
  jump_needs_confirmation: [422, 'An unusual value needs confirmation'],
  month_closed: [422, 'The month is closed: a change needs a reason'],
  store_unavailable: [503, 'The store does not answer'],
  store_busy: [503, 'The store is busy'],
  store_full: [507, 'The disk of the store is full'],
  store_corrupt: [503, 'The store is damaged'],
  store_readonly: [503, 'The store can only be read'],
  idempotency_conflict: [422, 'The idempotency key was used for something else'],
  rate_limited: [429, 'Too many requests'],
  internal: [500, 'An error of the server'],
};
interface More {
  readonly errors?: readonly ProblemDetail[];
  readonly current?: unknown;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Set if a secret was wrong, since the sender may be guessing. */
  readonly guessed?: true;
}
const maxErrors = 50;

/** Throw it to respond with a problem. `detail` tells the caller what to do. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly more: More;
  constructor(code: ProblemCode, detail: string, more: More = {}) {
    super(detail);
    this.code = code;
    this.status = more.status ?? kinds[code][0];
    this.more = more;
  }
}
/** Makes a problem of the API to throw: its code, and what the caller can do. */
export const problem = (code: ProblemCode, detail: string, more?: More): HttpProblem =>
  new HttpProblem(code, detail, more);

/**
 * Rejects a content with faults.
 * @throws HttpProblem that names the first fault, and lists all
 */
export function rejectFaults<Rule extends string>(
  faults: readonly { readonly field: string; readonly rule: Rule }[],
  messages: Readonly<Record<Rule, string>>,
): void {
  const [first] = faults;
  if (first === undefined) return;
  throw problem('bad_request', `Correct ${first.field}: it ${messages[first.rule]}.`, {
    status: 422,
    errors: faults.map(({ field, rule }) => ({ path: field, message: messages[rule] })),
  });
}

/** Makes a short random reference of one failure, for the response and the log. */
const newReference = (): string => toHex(crypto.getRandomValues(new Uint8Array(6)));

/** Makes the response to a problem as application/problem+json (RFC 9457). */
export function problemResponse(problem: HttpProblem): {
  readonly response: Response;
  readonly reference: string;
} {
  const { errors, current, headers } = problem.more;
  const reference = newReference();
  const body: Problem = {
    type: `urn:headway:problem:${problem.code}`,
    code: problem.code,
    title: kinds[problem.code][1],
    status: problem.status,
    detail: problem.message,
    ...compact({ errors: errors === undefined ? undefined : errors.slice(0, maxErrors) }),
    reference,
    ...compact({ current }),
  };
  const response = new Response(JSON.stringify(body), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  });
  return { response, reference };
}
