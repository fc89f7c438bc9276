/** RFC 9457 problem codes; the web turns each into a sentence and a way on. */
export const problemCodes = [
  'bad_request',
  'unknown_parameter',
  'bad_json',
  'unsupported_media_type',
  'too_large',
  'not_found',
  'method_not_allowed',
  'forbidden_origin',
  'host_not_allowed',
  'sign_in_required',
  'forbidden',
  'conflict',
  'precondition_required',
  'precondition_failed',
  'import_unreadable',
  'import_refused',
  'import_questions_open',
  'import_register_changed',
  'import_expired',
  'import_stopped',
  'import_ended',
  'export_failed',
  'jump_needs_confirmation',
  'store_unavailable',
  'store_busy',
  'store_full',
  'store_corrupt',
  'store_readonly',
  'idempotency_conflict',
  'rate_limited',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** One place in a body, query or file that is wrong, and what to do about it. */
export interface ProblemDetail {
  readonly path?: string;
  readonly file?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
  readonly message: string;
}
/** The body of every error: `application/problem+json`. `detail` says what to do. */
export interface Problem {
  readonly type: string;
  readonly code: ProblemCode;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly ProblemDetail[];
  readonly reference?: string;
  /** What the request did not meet, as it is now: the zone for `precondition_failed`, the new preview for `import_register_changed`. */
  readonly current?: unknown;
}
