import type { ProblemDetail } from '#contract/core/problem-schemas.ts';
import type { z } from '#contract/core/zod.ts';
import { problem, type HttpProblem } from '#server/core/problem.ts';
import { describeFault } from '#server/core/fault-words.ts';

type Issue = z.core.$ZodIssue;
const short = (s: string): string => (s.length > 80 ? `${s.slice(0, 80).toWellFormed()}…` : s);
const formatPath = (issue: Issue): string => issue.path.map(String).map(short).join('.');

function details(issues: readonly Issue[]): readonly ProblemDetail[] {
  return issues.slice(0, 50).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.slice(0, 20).map((key) => ({
          path: [...issue.path.map(String), short(key)].join('.'),
          message: 'is not known here',
        }))
      : [{ path: formatPath(issue), message: issue.message }],
  );
}
const correct = (error: ProblemDetail | undefined): string =>
  error === undefined
    ? 'Correct the request.'
    : `Correct ${error.path || 'the body'}: ${error.message}.`;

function makeProblem(issues: readonly Issue[], allowedKeys: readonly string[]): HttpProblem {
  const errors = details(issues);
  const unknownKeys = issues.filter((issue) => issue.code === 'unrecognized_keys');
  if (unknownKeys.length === 0) return problem('bad_request', correct(errors[0]), { errors });
  const wrong = details(issues.filter((issue) => issue.code !== 'unrecognized_keys'));
  const names = details(unknownKeys).map(({ path }) => path);
  const sentences = [
    `Leave out ${names.slice(0, 5).join(', ')}.`,
    unknownKeys.some(({ path }) => path.length === 0)
      ? `Allowed here: ${allowedKeys.length === 0 ? 'none' : allowedKeys.join(', ')}.`
      : '',
    wrong.length === 0 ? '' : correct(wrong[0]),
  ];
  return problem('unknown_parameter', sentences.filter((sentence) => sentence !== '').join(' '), {
    errors,
  });
}
const listKeys = (schema: z.ZodType): readonly string[] =>
  'shape' in schema ? Object.keys(schema.shape as object) : [];

/**
 * Parses a value by a schema.
 * @throws HttpProblem that names each invalid place
 */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value, { error: describeFault });
  if (result.success) return result.data;
  throw makeProblem(result.error.issues, listKeys(schema));
}

/**
 * Reads the query of an address.
 *
 * @throws HttpProblem for a duplicate name and for wrong percent escapes
 */
export function parseQuery(search: string): Readonly<Record<string, string>> {
  try {
    decodeURIComponent(search.replaceAll('+', ' '));
  } catch {
    throw problem('bad_request', 'Correct the query: it holds a broken percent escape.');
  }
  const query: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of new URLSearchParams(search)) {
    if (name in query) throw problem('bad_request', `Give ${short(name)} once only.`);
    query[name] = value;
  }
  return { ...query };
}
