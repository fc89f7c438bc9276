import { languages } from '#domain/values/language.ts';
import { z } from '#contract/core/zod.ts';
import {
  importAnswersSchema,
  importCommitSchema,
  importEffectsSchema,
  importPreviewSchema,
  importRunSchema,
} from './schemas.ts';
import { byId } from '#contract/core/primitives.ts';

const lang = z.enum(languages).exactOptional();
const none = { params: z.strictObject({}), query: z.strictObject({}), body: undefined };
const answers = z.strictObject({ answers: importAnswersSchema });
const watched = z.strictObject({ lang, run: byId.shape.id.exactOptional() });

export const importSchemas = {
  previewImport: {
    ...none,
    query: watched,
    body: z.strictObject({ file: z.unknown() }),
    reply: importPreviewSchema,
  },
  getImport: { ...none, params: byId, query: z.strictObject({ lang }), reply: importPreviewSchema },
  answerImport: {
    ...none,
    params: byId,
    query: watched,
    body: answers,
    reply: importPreviewSchema,
  },
  importEffects: {
    ...none,
    params: byId,
    query: watched,
    body: answers.extend({ question: z.string().max(200) }),
    reply: importEffectsSchema,
  },
  commitImport: { ...none, params: byId, query: watched, body: answers, reply: importCommitSchema },
  importRun: { ...none, params: byId, reply: importRunSchema },
  stopImport: { ...none, params: byId, body: z.strictObject({}), reply: z.strictObject({}) },
} as const;
