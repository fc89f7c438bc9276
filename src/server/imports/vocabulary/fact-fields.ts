import type { MilestoneType } from '#domain/projects/project.ts';
import type { Stage } from '#domain/projects/stage.ts';
import type { Field } from './synonyms.ts';

/** The milestone and kind of date of each field. */
export const milestoneByField: Readonly<
  Partial<Record<Field, readonly [MilestoneType, 'baseline' | 'plan' | 'actual']>>
> = {
  start_base: ['start', 'baseline'],
  start_plan: ['start', 'plan'],
  start_actual: ['start', 'actual'],
  completion_base: ['completion', 'baseline'],
  completion_plan: ['completion', 'plan'],
  completion_actual: ['completion', 'actual'],
  op_base: ['operation', 'baseline'],
  op_plan: ['operation', 'plan'],
  op_actual: ['operation', 'actual'],
  full_base: ['full_capacity', 'baseline'],
  full_plan: ['full_capacity', 'plan'],
  full_actual: ['full_capacity', 'actual'],
};
/** The stage that a date proves. */
export const stageByDateField: Readonly<Partial<Record<Field, Stage>>> = {
  first_contact_date: 'lead',
  negotiation_date: 'negotiation',
  signed_date: 'signed',
  registered_date: 'registered',
  start_actual: 'construction',
  op_actual: 'operation',
  full_actual: 'full_capacity',
};
/** The fewest columns of days that show how far each project is. */
const fewestDateColumns = 2;
/**
 * Whether fields show the stages of a register: one is a stage or status, or days of several stages
 * are among them.
 */
export const showStages = (fields: readonly (Field | undefined)[]): boolean =>
  fields.some((field) => field === 'stage' || field === 'status') ||
  fields.filter((field) => field !== undefined && stageByDateField[field] !== undefined).length >=
    fewestDateColumns;

/** The field of the date on which each stage began. */
export const dateFieldByStage = Object.fromEntries(
  Object.entries(stageByDateField).map(([field, stage]) => [stage, field]),
) as Readonly<Record<Stage, Field>>;
/** The fact of each field whose text stays as written. */
export const factByField: Readonly<
  Partial<
    Record<
      Field,
      | 'investor'
      | 'company'
      | 'uscc'
      | 'national_code'
      | 'gb4754'
      | 'progress_text'
      | 'next_step'
      | 'issue_text'
      | 'owner'
      | 'unit'
      | 'remark'
      | 'source_channel'
      | 'extended_project'
    >
  >
> = {
  investor_name: 'investor',
  company_name: 'company',
  uscc: 'uscc',
  project_code: 'national_code',
  gb4754: 'gb4754',
  progress_text: 'progress_text',
  next_step: 'next_step',
  issue_text: 'issue_text',
  owner: 'owner',
  unit: 'unit',
  remark: 'remark',
  source_channel: 'source_channel',
  extended_project: 'extended_project',
};
