import { plannedFaults, plannedOutcomes } from '#domain/targets/importing/planned-target.ts';
import { z, type Infer } from '#contract/core/zod.ts';
import { targetSchema } from '#contract/targets/target-schemas.ts';
import {
  byId,
  count,
  emptyBody,
  isoDate,
  lang,
  noInput,
  revisionReply,
  textInAllLanguages,
  upload,
  text,
} from '#contract/core/primitives.ts';
import {
  importAnswersSchema,
  importEffectsSchema,
  importPreviewSchema,
  importRowsSchema,
  storedAnswersSchema,
} from './preview-schemas.ts';

const commitSchema = z.strictObject({
  revision: count,
  rows: importRowsSchema,
  /** The day of the imported data. The overview opens there. */
  as_of: isoDate.exactOptional(),
});
export type ImportCommit = Infer<typeof commitSchema>;
/** The progress of reading or storing a file. */
const runSchema = z.strictObject({
  phase: z.enum(['waiting', 'reading', 'matching', 'comparing', 'storing']),
  /** 0–1, of the phase. */
  share: z.number().min(0).max(1),
  rows: count,
});
export type ImportRun = Infer<typeof runSchema>;

/** The answers for files of one shape. The next file of this shape is imported with them. */
const recipeSchema = z.strictObject({
  /** The columns that files of this shape have in common. */
  shape: z.string(),
  /** The name of the last file that was imported with it; empty where it was not stored. */
  file: z.string(),
  /** The columns of that file; empty where they were not stored. */
  columns: z.array(z.string()),
  answers: storedAnswersSchema,
  /** The revision of its last change. */
  revision: count,
  recorded_at: z.string(),
  author: z.string(),
});
export type ImportRecipe = Infer<typeof recipeSchema>;
/** A field that a column can be mapped to. */
const recipeFieldSchema = z.strictObject({ id: z.string(), name: textInAllLanguages });
export type RecipeField = Infer<typeof recipeFieldSchema>;
const recipesSchema = z.strictObject({
  items: z.array(recipeSchema),
  fields: z.array(recipeFieldSchema),
});
export type ImportRecipes = Infer<typeof recipesSchema>;

/** `run`: a name that the caller chooses, by which the work can be watched and stopped. */
const watchedQuery = z.strictObject({ lang, run: byId.shape.id.exactOptional() });
/**
 * `modified`: the day on which the file was last changed. `own`: a first register is that of the
 * own zone.
 */
const previewQuery = watchedQuery.extend({
  modified: isoDate.exactOptional(),
  own: z.literal('true').exactOptional(),
});
const answersBody = z.strictObject({ answers: importAnswersSchema });
const ofPreview = { params: byId, query: watchedQuery, body: answersBody } as const;
const ofRecipe = {
  ...noInput,
  params: z.strictObject({
    shape: z.string().regex(/^[0-9a-z]{1,64}$/, 'must be the shape of a recipe'),
  }),
} as const;

/** The effect of a row in a file of targets. */
const plannedTargetSchema = z.strictObject({
  row: count,
  /** The name of the indicator in the file. */
  name: z.string(),
  outcome: z.enum(plannedOutcomes),
  fault: z.enum(plannedFaults).exactOptional(),
  /** The column with the fault: a field, or a month of the plan. */
  field: z.string().exactOptional(),
  /** The target as it would be. */
  target: targetSchema.exactOptional(),
  /** The stored target that it changes. */
  before: targetSchema.exactOptional(),
});
export type PlannedTarget = Infer<typeof plannedTargetSchema>;
/**
 * The changes that a file of targets would make. The client sends the accepted targets with
 * `updateZone`.
 */
const targetPreviewSchema = z.strictObject({
  file: z.string(),
  sheet: z.string().exactOptional(),
  /** Headings of columns that are not used. */
  unused: z.array(z.string()),
  rows: z.array(plannedTargetSchema),
});
export type TargetPreview = Infer<typeof targetPreviewSchema>;

export const importSchemas = {
  previewTargets: {
    ...noInput,
    query: z.strictObject({ lang }),
    body: upload,
    reply: targetPreviewSchema,
  },
  previewImport: { ...noInput, query: previewQuery, body: upload, reply: importPreviewSchema },
  getImport: {
    ...noInput,
    params: byId,
    query: z.strictObject({ lang }),
    reply: importPreviewSchema,
  },
  answerImport: { ...ofPreview, reply: importPreviewSchema },
  importEffects: {
    ...ofPreview,
    body: answersBody.extend({ question: z.string().max(200) }),
    reply: importEffectsSchema,
  },
  /** `reason` is needed where a value of a closed month changes. */
  commitImport: {
    ...ofPreview,
    body: answersBody.extend({ reason: text(500).exactOptional() }),
    reply: commitSchema,
  },
  importRun: { ...noInput, params: byId, reply: runSchema },
  stopImport: { ...noInput, params: byId, body: emptyBody, reply: emptyBody },
  listImportRecipes: { ...noInput, reply: recipesSchema },
  importRecipe: { ...ofRecipe, reply: recipeSchema },
  changeImportRecipe: {
    ...ofRecipe,
    body: answersBody,
    reply: z.strictObject({ recipe: recipeSchema, revision: count.nullable() }),
  },
  deleteImportRecipe: { ...ofRecipe, reply: revisionReply },
} as const;
