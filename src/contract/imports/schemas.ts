import { questionKinds, type ImportPreview } from './types.ts';
import { problemCodes, type Problem } from '#contract/core/problem.ts';
import { unusedRowReasons } from '#domain/changes/unused-rows.ts';
import { z } from '#contract/core/zod.ts';
import { count, isoDate, text, wireMoney } from '#contract/core/primitives.ts';
import { stageOrUnknown } from '#contract/projects/schemas.ts';

const optionalText = z.string().exactOptional();
export const problemDetailSchema = z.strictObject({
  path: optionalText,
  file: optionalText,
  sheet: optionalText,
  row: count.exactOptional(),
  column: optionalText,
  value: optionalText,
  message: z.string(),
});
export const problemSchema = z.strictObject({
  type: z.string(),
  code: z.enum(problemCodes),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  errors: z.array(problemDetailSchema).exactOptional(),
  reference: optionalText,
  current: z.unknown().optional(),
}) satisfies z.ZodType<Problem>;
const choices = z.array(
  z.strictObject({
    value: z.string(),
    label: z.string(),
    examples: z.array(z.string()).exactOptional(),
  }),
);
const side = z.strictObject({ count, undisclosed: count, amounts: z.array(wireMoney) });
const lastValue = z.strictObject({ period: z.string(), value: z.string() });
const question = z.strictObject({
  id: z.string(),
  kind: z.enum(questionKinds),
  text: z.string(),
  choices,
  items: z
    .array(
      z.strictObject({
        key: z.string(),
        count,
        proposal: optionalText,
        examples: z.array(z.string()).exactOptional(),
      }),
    )
    .exactOptional(),
  default: optionalText,
  proposal: optionalText,
  reasons: z.array(z.string()).exactOptional(),
});
const column = z.strictObject({
  index: count,
  header: z.string(),
  field: optionalText,
  unit: optionalText,
  currency: optionalText,
  how: z.enum(['synonym', 'similar', 'content', 'remembered', 'user', 'unmatched', 'ignored']),
  examples: z.array(z.string()),
});
const rows = z.strictObject({
  total: count,
  new: count,
  changed: count,
  unchanged: count,
  rejected: count,
  unused: z.array(
    z.strictObject({ reason: z.enum(unusedRowReasons), count, rows: z.array(count) }),
  ),
});
const ledger = z.strictObject({
  groups: z.array(
    z.strictObject({
      group: z.enum(['established', 'pipeline', 'neither']),
      before: side.exactOptional(),
      after: side,
    }),
  ),
  indicators: z.array(
    z.strictObject({
      indicator: z.string(),
      before: lastValue.exactOptional(),
      after: lastValue.exactOptional(),
    }),
  ),
  listed: z.strictObject({ before: side.exactOptional(), after: side }).exactOptional(),
  stages: z.array(
    z.strictObject({ stage: stageOrUnknown, before: count.exactOptional(), after: count }),
  ),
});
const sample = z.strictObject({
  row: count,
  name: z.string(),
  amount: optionalText,
  stage: optionalText,
});
export const importEffectsSchema = z.strictObject({
  effects: z.array(z.strictObject({ value: z.string(), rows, ledger })),
});
export const importPreviewSchema = z.strictObject({
  id: z.string(),
  file: z.string(),
  kind: z.enum(['projects', 'observations']),
  sheet: optionalText,
  sheets: z.array(z.string()),
  encoding: optionalText,
  encodings: z.array(z.string()),
  header_row: count,
  tables: z.array(
    z.strictObject({
      id: z.string(),
      sheet: optionalText,
      row: count,
      kind: z.enum(['projects', 'observations']),
      rows: count,
    }),
  ),
  table: z.string(),
  as_of: isoDate.exactOptional(),
  columns: z.array(column),
  rows,
  sums: z.array(
    z.strictObject({
      measure: z.string(),
      currency: z.string(),
      minor: z.string(),
      count,
      missing: count,
    }),
  ),
  printed_totals: z.array(
    z.strictObject({
      column: z.string(),
      printed: z.string(),
      sum: z.string(),
      agrees: z.boolean(),
      row: count,
    }),
  ),
  changes: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      field: z.string(),
      from: optionalText,
      to: optionalText,
    }),
  ),
  problems: z.array(problemDetailSchema.extend({ kind: z.string() })),
  doubts: z.array(z.strictObject({ kind: z.string(), title: z.string(), count })),
  samples: z.array(sample),
  shape: z.string(),
  questions: z.array(question),
  settled: z.array(question),
  answers: z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())])),
  remembered: z.array(z.string()),
  choices: z.strictObject({ fields: choices, stages: choices }),
  ledger,
  stages: z.array(z.strictObject({ word: z.string(), stage: z.string(), count })),
  unlisted: z
    .strictObject({
      count,
      left: count,
      projects: z.array(
        z.strictObject({
          code: z.string(),
          name: z.string(),
          stage: stageOrUnknown,
          day: isoDate.exactOptional(),
        }),
      ),
    })
    .exactOptional(),
}) satisfies z.ZodType<ImportPreview>;
export const importCommitSchema = z.strictObject({
  revision: count,
  rows,
  as_of: isoDate.exactOptional(),
});
const answerMap = z
  .record(text(500), text(500))
  .refine((map) => Object.keys(map).length <= 2000, 'must not hold more than 2,000 entries');
export const importAnswersSchema = z
  .record(text(200), z.union([text(2000), answerMap]))
  .refine((map) => Object.keys(map).length <= 200, 'must not hold more than 200 answers');
export const importRunSchema = z.strictObject({
  phase: z.enum(['waiting', 'reading', 'matching', 'comparing', 'storing']),
  share: z.number().min(0).max(1),
  rows: count,
});
