import { problemCodes } from './problem.ts';
import { count } from './primitives.ts';
import { z, type Infer } from './zod.ts';

const optionalText = z.string().exactOptional();
/** One fault in a body, query or file, and how to correct it. */
export const problemDetailSchema = z.strictObject({
  path: optionalText,
  file: optionalText,
  sheet: optionalText,
  row: count.exactOptional(),
  column: optionalText,
  value: optionalText,
  message: z.string(),
});
export type ProblemDetail = Infer<typeof problemDetailSchema>;
/** The body of every error: `application/problem+json`. `detail` says what to do. */
export const problemSchema = z.strictObject({
  type: z.string(),
  code: z.enum(problemCodes),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  errors: z.array(problemDetailSchema).exactOptional(),
  reference: optionalText,
  /**
   * The present state that the request did not meet: the zone for `precondition_failed`, the new
   * preview for `import_register_changed`.
   */
  current: z.unknown().optional(),
});
export type Problem = Infer<typeof problemSchema>;
