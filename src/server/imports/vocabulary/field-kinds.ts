import { type Measure, measures } from '#domain/projects/project.ts';
import type { Field } from './synonyms.ts';

export const dateFields = [
  'first_contact_date',
  'negotiation_date',
  'signed_date',
  'registered_date',
  'start_base',
  'start_plan',
  'start_actual',
  'completion_plan',
  'completion_actual',
  'op_base',
  'op_plan',
  'op_actual',
  'full_plan',
  'full_actual',
  'completion_base',
  'full_base',
  'stage_since',
  'status_date',
  'last_update',
] as const satisfies readonly Field[];
/** Text fields of the model. `mapping` may join several columns into one field. */
export const textFields = [
  'investor_name',
  'company_name',
  'uscc',
  'project_code',
  'gb4754',
  'progress_text',
  'next_step',
  'issue_text',
  'owner',
  'unit',
  'remark',
  'source_channel',
  'extended_project',
  'project_name_zh',
  'project_name_ja',
  'project_name_en',
  'investor_name_zh',
  'investor_name_ja',
  'investor_name_en',
] as const satisfies readonly Field[];
/** Fields whose words are entries of a list. */
export const wordFields = [
  'stage',
  'status',
  'industry',
  'zone',
  'prefecture',
  'country',
  'site_mode',
] as const satisfies readonly Field[];
/** Whether a field is an amount of money that is stored. Other amounts stay text under their header. */
export const isMeasure = (field: Field | undefined): field is Measure =>
  measures.some((measure) => measure === field);

/** Whether a field has a date. */
export const isDateField = (field: Field | undefined): boolean =>
  (dateFields as readonly (Field | undefined)[]).includes(field);
