import { measures, summaryKeys, type ProjectDetail } from '#domain/projects/project.ts';
import { stages, statuses } from '#domain/projects/stage.ts';
import { z, typeSchema } from '#contract/core/zod.ts';
import {
  asOfQuery,
  filledText,
  noInput,
  pageSize,
  revisionNumber,
  text,
  upload,
} from '#contract/core/primitives.ts';
import {
  editedEvidenceSchema,
  editedIssueSchema,
  issueConflictSchema,
  evidenceParams,
  evidenceQuery,
  evidenceSchema,
  issueParams,
  issuePatchSchema,
  issueSchema,
  newIssueSchema,
} from './attachment-schemas.ts';
import {
  editedProjectSchema,
  newProjectSchema,
  projectConflictSchema,
  projectHistorySchema,
  projectPatchSchema,
  stageMoveSchema,
  statusMoveSchema,
} from './edit-schemas.ts';
import { projectDetailSchema, projectPageSchema, summarySchema } from './project-schemas.ts';

const makeList = (words: readonly string[]) =>
  text(1000).refine(
    (s) => s.split(',').every((word) => words.includes(word)),
    `must be one or more of ${words.join(', ')}, with commas between`,
  );
export const projectFilters = {
  ...asOfQuery,
  stage: makeList([...stages, 'unknown']).exactOptional(),
  status: makeList(statuses).exactOptional(),
  industry: text(1000).exactOptional(),
  zone: text(1000).exactOptional(),
  owner: text(1000).exactOptional(),
  unit: text(1000).exactOptional(),
  country: text(1000).exactOptional(),
  prefecture: text(1000).exactOptional(),
  investor: text(1000).exactOptional(),
  channel: text(1000).exactOptional(),
  agreement: text(1000).exactOptional(),
  /** Texts of the columns that are no field, each as `heading:text`; an empty text is none. */
  column: text(1000).exactOptional(),
  q: text(200).exactOptional(),
};
/** Fields that projects can be sorted by; a minus before one reverses the order. */
const sortFields = ['code', 'name', 'stage', 'status', 'total_investment', 'last_update'] as const;
const projectQuery = z.strictObject({
  ...projectFilters,
  /** `match`: one page of the best matches of `q`. */
  sort: z.enum([...sortFields.flatMap((f) => [f, `-${f}`] as const), 'match']).exactOptional(),
  limit: pageSize(500),
  cursor: text(2000).exactOptional(),
});
const summaryQuery = z.strictObject({
  by: z.enum(summaryKeys),
  measure: z.enum(measures).exactOptional(),
  ...projectFilters,
});
const ofProject = { ...noInput, params: z.strictObject({ code: text(200) }) } as const;
const byDay = z.strictObject(asOfQuery);

export const projectSchemas = {
  listProjects: { ...noInput, query: projectQuery, reply: projectPageSchema },
  project: { ...ofProject, query: byDay, reply: typeSchema<ProjectDetail>(projectDetailSchema) },
  createProject: { ...noInput, body: newProjectSchema, reply: editedProjectSchema },
  changeProject: {
    ...ofProject,
    body: projectPatchSchema,
    reply: editedProjectSchema,
    conflict: { 412: projectConflictSchema },
  },
  moveProject: {
    ...ofProject,
    body: stageMoveSchema,
    reply: editedProjectSchema,
    conflict: { 412: projectConflictSchema },
  },
  changeProjectStatus: {
    ...ofProject,
    body: statusMoveSchema,
    reply: editedProjectSchema,
    conflict: { 412: projectConflictSchema },
  },
  projectHistory: {
    ...ofProject,
    query: z.strictObject({ before: revisionNumber.exactOptional() }),
    reply: projectHistorySchema,
  },
  listEvidence: {
    ...ofProject,
    query: byDay,
    reply: z.strictObject({ items: z.array(evidenceSchema) }),
  },
  addEvidence: {
    ...ofProject,
    query: evidenceQuery,
    body: upload,
    reply: editedEvidenceSchema,
  },
  evidenceFile: { ...noInput, params: evidenceParams, reply: z.unknown() },
  withdrawEvidence: {
    ...noInput,
    params: evidenceParams,
    body: z.strictObject({ reason: filledText(500) }),
    reply: editedEvidenceSchema,
  },
  listIssues: {
    ...ofProject,
    query: byDay,
    reply: z.strictObject({ items: z.array(issueSchema) }),
  },
  addIssue: { ...ofProject, body: newIssueSchema, reply: editedIssueSchema },
  changeIssue: {
    ...noInput,
    params: issueParams,
    body: issuePatchSchema,
    reply: editedIssueSchema,
    conflict: { 412: issueConflictSchema },
  },
  summary: { ...noInput, query: summaryQuery, reply: summarySchema },
} as const;
