import { measures } from '#domain/projects/project.ts';

/** The licence under which others may use the data of a zone. */
export interface Licence {
  readonly name: string;
  readonly url?: string;
}

/** Facts of projects that may be kept out of data for others. Code, name, stage and status stay. */
export const withholdableFields = [
  'investor',
  'company',
  'national_code',
  'uscc',
  'country',
  'prefecture',
  'industry',
  'gb4754',
  'zone',
  'site_mode',
  'agreement_type',
  'source_channel',
  ...measures,
  'foreign_percent',
  'land_mu',
  'floor_area_m2',
  'jobs_plan',
  'jobs_actual',
  'milestones',
  'progress_text',
  'next_step',
  'issue_text',
  'owner',
  'unit',
  'remark',
  'extra',
] as const;
export type WithholdableField = (typeof withholdableFields)[number];

/** What a zone may not redistribute: left out of all files of data, and named there. */
export interface Withheld {
  readonly fields?: readonly WithholdableField[];
  /** Ids of indicators. */
  readonly indicators?: readonly string[];
  /** Ids of sources of the zone: every value and target from them is left out. */
  readonly sources?: readonly string[];
}

/** What an overview says of the data that may not be redistributed. */
export interface WithheldData {
  readonly fields: readonly WithholdableField[];
  /** Every indicator that is left out, for whatever reason. */
  readonly indicators: readonly string[];
}
