import { auditFilters } from './constants.ts';
import { count, noInput, text } from '#contract/core/primitives.ts';
import { z, type Infer } from '#contract/core/zod.ts';

const auditQuery = z.strictObject({
  kind: text(1000)
    .refine(
      (s) => s.split(',').every((one) => auditFilters.some((filter) => filter === one)),
      `must be one or more of ${auditFilters.join(', ')}`,
    )
    .exactOptional(),
  before: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z_[er]\d{1,15}$/, 'must be the next of a page')
    .exactOptional(),
  limit: z
    .string()
    .regex(/^([1-9]|[1-9]\d|[1-4]\d\d|500)$/, 'must be a whole number from 1 to 500')
    .exactOptional(),
});
/** An entry of the audit log with its `seq`, or a change of the register with its `revision`. */
const auditEventSchema = z.strictObject({
  id: z.string(),
  seq: count.exactOptional(),
  revision: count.exactOptional(),
  at: z.string(),
  actor: z.string(),
  /** The kind of the revision, for a change of the register. */
  kind: z.string(),
  /** The reason, for a change of the register. */
  object: z.string().exactOptional(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type AuditEvent = Infer<typeof auditEventSchema>;
const auditPageSchema = z.strictObject({
  items: z.array(auditEventSchema),
  /** `before` of the next page. */
  next: z.string().exactOptional(),
  /** The end of the audit log's chain. */
  head: z.string(),
});
export type AuditPage = Infer<typeof auditPageSchema>;

export const auditSchemas = {
  audit: { ...noInput, query: auditQuery, reply: auditPageSchema },
} as const;
