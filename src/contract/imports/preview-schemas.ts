import { unusedRowReasons, type ImportRows } from '#domain/changes/unused-rows.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import { indicatorSchema } from '#contract/targets/target-schemas.ts';
import { problemDetailSchema } from '#contract/core/problem-schemas.ts';
import { z, typeSchema, type Infer } from '#contract/core/zod.ts';
import { count, isoDate, stageOrUnknown, text, wireMoney } from '#contract/core/primitives.ts';
import { questionKinds } from './constants.ts';

const optionalText = z.string().exactOptional();
const tableKind = z.enum(['projects', 'observations']);
const choices = z.array(
  z.strictObject({
    value: z.string(),
    label: z.string(),
    /** For `encoding`: lines of the file as they read with this choice. */
    examples: z.array(z.string()).exactOptional(),
  }),
);
/** A question of a preview. Its answer is one choice, or a map for `mapping` and `stage_words`. */
const questionSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(questionKinds),
  text: z.string(),
  choices,
  /** For `mapping` and `stage_words`: the things to map, each with a proposal. */
  items: z
    .array(
      z.strictObject({
        key: z.string(),
        count,
        proposal: optionalText,
        /** For `stage_words`: only a person can say what the word means. */
        needs_answer: z.literal(true).exactOptional(),
        examples: z.array(z.string()).exactOptional(),
      }),
    )
    .exactOptional(),
  default: optionalText,
  /** The answer that the evidence supports, of a question without a default. */
  proposal: optionalText,
  /** A person confirms the default: nothing in the file states it. */
  confirm: z.literal(true).exactOptional(),
  /** The evidence, one sentence each. */
  reasons: z.array(z.string()).exactOptional(),
});
export type ImportQuestion = Infer<typeof questionSchema>;
const columnSchema = z.strictObject({
  index: count,
  header: z.string(),
  field: optionalText,
  unit: optionalText,
  currency: optionalText,
  how: z.enum(['synonym', 'similar', 'content', 'remembered', 'user', 'unmatched', 'ignored']),
  examples: z.array(z.string()),
});
export type ImportColumn = Infer<typeof columnSchema>;
export const importRowsSchema = typeSchema<ImportRows>(
  z.strictObject({
    total: count,
    new: count,
    changed: count,
    unchanged: count,
    rejected: count,
    unused: z.array(
      z.strictObject({ reason: z.enum(unusedRowReasons), count, rows: z.array(count) }),
    ),
  }),
);

/** Count and sums of a group, per currency. */
const groupTotalsSchema = z.strictObject({
  count,
  undisclosed: count,
  amounts: z.array(wireMoney),
});
export type GroupTotals = Infer<typeof groupTotalsSchema>;
const lastValueSchema = z.strictObject({ period: z.string(), value: z.string() });
export type LastValue = Infer<typeof lastValueSchema>;
/** The register before and after an import. `before` is omitted without own data. */
const registerTotalsSchema = z.strictObject({
  groups: z.array(
    z.strictObject({
      group: z.enum(['established', 'pipeline', 'neither']),
      before: groupTotalsSchema.exactOptional(),
      after: groupTotalsSchema,
    }),
  ),
  indicators: z.array(
    z.strictObject({
      indicator: z.string(),
      before: lastValueSchema.exactOptional(),
      after: lastValueSchema.exactOptional(),
    }),
  ),
  /** `listed` counts active projects and projects on hold. Omitted for a series. */
  listed: z
    .strictObject({ before: groupTotalsSchema.exactOptional(), after: groupTotalsSchema })
    .exactOptional(),
  /** The listed projects by stage. */
  stages: z.array(
    z.strictObject({ stage: stageOrUnknown, before: count.exactOptional(), after: count }),
  ),
});
export type RegisterTotals = Infer<typeof registerTotalsSchema>;
/** A row of the file with its original text, shown beside a question. */
const sampleSchema = z.strictObject({
  row: count,
  name: z.string(),
  amount: optionalText,
  stage: optionalText,
});
export type ImportSample = Infer<typeof sampleSchema>;
/** The register with one answer to a question. */
const effectSchema = z.strictObject({
  value: z.string(),
  rows: importRowsSchema,
  register_totals: registerTotalsSchema,
});
export type ImportEffect = Infer<typeof effectSchema>;
export const importEffectsSchema = z.strictObject({ effects: z.array(effectSchema) });
/** A table of the file; its id is the answer to `table`. */
const tableSchema = z.strictObject({
  id: z.string(),
  sheet: optionalText,
  /** The row of its header. */
  row: count,
  kind: tableKind,
  /** Rows below the header. Omitted for another sheet of which only the first rows were read. */
  rows: count.exactOptional(),
});
export type ImportTable = Infer<typeof tableSchema>;
const changeSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  field: z.string(),
  from: optionalText,
  to: optionalText,
});
export type ImportChange = Infer<typeof changeSchema>;
/** A doubtful cell or row, with the kind of its doubt. */
const doubtSchema = problemDetailSchema.extend({ kind: z.string() });
export type ImportDoubt = Infer<typeof doubtSchema>;

const answerMap = z
  .record(text(500), text(500))
  .refine((map) => Object.keys(map).length <= 2000, 'must not hold more than 2,000 entries');
export const importAnswersSchema = z
  .record(text(200), z.union([text(2000), answerMap]))
  .refine((map) => Object.keys(map).length <= 200, 'must not hold more than 200 answers');
export type ImportAnswers = Infer<typeof importAnswersSchema>;
/** Answers as a reply holds them. */
export const storedAnswersSchema = z.record(
  z.string(),
  z.union([z.string(), z.record(z.string(), z.string())]),
);

/** The effects of an import. Preview and commit use one plan. */
export const importPreviewSchema = z.strictObject({
  id: z.string(),
  file: z.string(),
  kind: tableKind,
  sheet: optionalText,
  sheets: z.array(z.string()),
  encoding: optionalText,
  /** Encodings that the file can be read in; empty for a workbook. */
  encodings: z.array(z.string()),
  header_row: count,
  /** All tables of the sheet that is read, and the first table of each other sheet. */
  tables: z.array(tableSchema),
  /** The id of the table that is read. */
  table: z.string(),
  as_of: isoDate.exactOptional(),
  /** Where the data date comes from, in words. Omitted for series. */
  as_of_origin: z.string().exactOptional(),
  columns: z.array(columnSchema),
  rows: importRowsSchema,
  /** Sums per measure and currency over the rows that would be stored. */
  sums: z.array(
    z.strictObject({
      measure: z.string(),
      currency: z.string(),
      minor: z.string(),
      count,
      missing: count,
    }),
  ),
  /** Totals printed in the file, beside the sums of its rows. */
  printed_totals: z.array(
    z.strictObject({
      column: z.string(),
      printed: z.string(),
      sum: z.string(),
      agrees: z.boolean(),
      row: count,
    }),
  ),
  /** The first 200 changes. */
  changes: z.array(changeSchema),
  /** Whether more values change than are listed. */
  has_more_changes: z.boolean(),
  /** The first 500 doubts. */
  problems: z.array(doubtSchema),
  /** The number of doubts of each kind, largest first. */
  doubts: z.array(z.strictObject({ kind: z.string(), title: z.string(), count })),
  /** Two rows of a register. */
  samples: z.array(sampleSchema),
  /** The shape of the file, under which its recipe is stored. */
  shape: z.string(),
  questions: z.array(questionSchema),
  /** Answered questions, whose answers can be changed. */
  settled: z.array(questionSchema),
  /** The answers in force, with those of the recipe. */
  answers: storedAnswersSchema,
  /** Questions whose answer comes from the recipe. */
  remembered: z.array(z.string()),
  /** The choices for a column and a stage word; empty for a series. */
  choices: z.strictObject({ fields: choices, stages: choices }),
  register_totals: registerTotalsSchema,
  /** Indicators that the import creates, which the zone doesn't have yet. */
  created: z.array(typeSchema<Indicator>(indicatorSchema)),
  /** Counts by stage word and mapped stage. */
  stages: z.array(z.strictObject({ word: z.string(), stage: z.string(), count })),
  /**
   * Projects of the register that the newest edition does not list. `left`: how many leave it by
   * the answer to `unlisted`. At most 200 are listed, each with its last day. A project without a
   * day stays.
   */
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
});
export type ImportPreview = Infer<typeof importPreviewSchema>;
