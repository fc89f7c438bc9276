import { evidenceSubjects, evidenceTypes, type Evidence } from '#domain/projects/evidence.ts';
import { severities, type Issue } from '#domain/projects/issue.ts';
import { z, typeSchema, type Infer } from '#contract/core/zod.ts';
import { count, filledText, isoDate, text } from '#contract/core/primitives.ts';

const severity = z.enum(severities);
const content = {
  text: filledText(2000),
  owner: filledText(300),
  since: isoDate,
  due: isoDate,
};
const closing = { closed_on: isoDate, outcome: filledText(2000) };
export const issueSchema = typeSchema<Issue>(
  z.strictObject({
    id: z.string(),
    text: z.string(),
    severity,
    owner: z.string().exactOptional(),
    since: isoDate,
    due: isoDate.exactOptional(),
    closed_on: isoDate.exactOptional(),
    outcome: z.string().exactOptional(),
    revision: count,
  }),
);
/** `since`: today by default, never a later day. */
export const newIssueSchema = z.strictObject({
  text: content.text,
  severity,
  owner: content.owner.exactOptional(),
  since: content.since.exactOptional(),
  due: content.due.exactOptional(),
});
export type NewIssue = Infer<typeof newIssueSchema>;
/** null removes a value. Closing needs a day and an outcome. */
export const issuePatchSchema = z
  .strictObject({
    text: content.text.exactOptional(),
    severity: severity.exactOptional(),
    owner: content.owner.nullable().exactOptional(),
    since: content.since.exactOptional(),
    due: content.due.nullable().exactOptional(),
    closed_on: closing.closed_on.nullable().exactOptional(),
    outcome: closing.outcome.nullable().exactOptional(),
    reason: text(500).exactOptional(),
  })
  .refine((patch) => Object.keys(patch).some((key) => key !== 'reason'), 'must change something');
export type IssuePatch = Infer<typeof issuePatchSchema>;
/** The issue after the change; `revision` is null where nothing had to change. */
export const editedIssueSchema = z.strictObject({ issue: issueSchema, revision: count.nullable() });
export type EditedIssue = Infer<typeof editedIssueSchema>;
/**
 * `current` of a rejected change: the issue as it is, and as its editor saw it, where that is
 * known.
 */
export const issueConflictSchema = z.strictObject({
  now: issueSchema,
  seen: issueSchema.nullable(),
});
export type IssueConflict = Infer<typeof issueConflictSchema>;
export const issueParams = z.strictObject({
  code: text(200),
  id: z.uuid('must be the id of an issue of this project'),
});

/** The fields of a file that was attached as proof. */
export const evidenceFileFields = {
  file: z.string(),
  type: z.enum(evidenceTypes),
  size: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  note: z.string().exactOptional(),
  added_by: z.string(),
  added_at: z.string(),
  withdrawn: z.strictObject({ by: z.string(), at: z.string(), reason: z.string() }).exactOptional(),
};
export const evidenceSchema = typeSchema<Evidence>(
  z.strictObject({
    id: z.string(),
    of: z.enum(evidenceSubjects),
    which: z.string(),
    date: isoDate.exactOptional(),
    ...evidenceFileFields,
  }),
);
/** The fact that the file proves: a stage entered on `date`, or a milestone. */
export const evidenceQuery = z.strictObject({
  of: z.enum(evidenceSubjects),
  which: filledText(40),
  date: isoDate.exactOptional(),
  note: text(500).exactOptional(),
});
export const editedEvidenceSchema = z.strictObject({ evidence: evidenceSchema, revision: count });
export const evidenceParams = z.strictObject({
  code: text(200),
  id: z.uuid('must be the id of a file of this project'),
});
