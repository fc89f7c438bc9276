import { severities } from '#domain/projects/issue.ts';
import { z } from '#contract/core/zod.ts';
import { count, filledText, isoDate, text } from '#contract/core/primitives.ts';

const severity = z.enum(severities);
const content = {
  text: filledText(2000),
  severity,
  owner: filledText(300),
  since: isoDate,
  due: isoDate,
};
const closing = { closed_on: isoDate, outcome: filledText(2000) };
export const issueSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  severity,
  owner: z.string().exactOptional(),
  since: isoDate,
  due: isoDate.exactOptional(),
  closed_on: isoDate.exactOptional(),
  outcome: z.string().exactOptional(),
  revision: count,
});
export const issueSchemas = {
  list: z.strictObject({ items: z.array(issueSchema) }),
  one: z.strictObject({
    code: text(200),
    id: z.uuid('must be the id of an issue of this project'),
  }),
  added: z.strictObject({
    text: content.text,
    severity,
    owner: content.owner.exactOptional(),
    since: content.since.exactOptional(),
    due: content.due.exactOptional(),
  }),
  patch: z
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
    .refine((patch) => Object.keys(patch).some((key) => key !== 'reason'), 'must change something'),
  edited: z.strictObject({ issue: issueSchema, revision: count.nullable() }),
} as const;
