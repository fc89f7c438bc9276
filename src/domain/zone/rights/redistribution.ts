import type { Measure, ProjectFacts } from '#domain/projects/project.ts';

/** The licence under which others may use the data of a zone. */
export interface Licence {
  readonly name: string;
  readonly url?: string;
}

/** A fact of a project, each amount by its own name. */
type Fact = Exclude<keyof ProjectFacts, 'amounts'> | Measure;
type Rights = Readonly<Record<Measure, true>> & Readonly<Record<Fact, boolean>>;
/**
 * Whether a fact may be withheld from data for others. Translations follow their original. A fact
 * of projects that is missing here does not compile.
 */
const mayBeWithheld = {
  name: false,
  names: false,
  investor: true,
  investor_names: false,
  company: true,
  national_code: true,
  uscc: true,
  country: true,
  prefecture: true,
  industry: true,
  gb4754: true,
  zone: true,
  site_mode: true,
  agreement_type: true,
  source_channel: true,
  extended_project: true,
  total_investment: true,
  contracted_amount: true,
  paid_in: true,
  fai_done_total: true,
  output_plan: true,
  output_actual: true,
  contracted_fdi: true,
  utilised_fdi: true,
  foreign_percent: true,
  land_mu: true,
  floor_area_m2: true,
  jobs_plan: true,
  jobs_actual: true,
  milestones: true,
  progress_text: true,
  next_step: true,
  issue_text: true,
  owner: true,
  unit: true,
  remark: true,
  last_update: false,
  data_status: false,
  extra: true,
} as const satisfies Rights;
type WithholdingRights = typeof mayBeWithheld;
/**
 * Facts of projects that may be withheld from data for others. Code, name, stage and status stay.
 */
export type WithholdableField = {
  [Field in keyof WithholdingRights]: WithholdingRights[Field] extends true ? Field : never;
}[keyof WithholdingRights];
export const withholdableFields = Object.entries(mayBeWithheld).flatMap(([field, may]) =>
  may ? [field as WithholdableField] : [],
);

/** Data that a zone may not redistribute. All data files omit them and name them. */
export interface Withheld {
  readonly fields?: readonly WithholdableField[];
  /** Ids of indicators. */
  readonly indicators?: readonly string[];
  /** Ids of sources of the zone: every value and target from them is left out. */
  readonly sources?: readonly string[];
}

/** The data of an overview that may not be redistributed. */
export interface WithheldData {
  readonly fields: readonly WithholdableField[];
  /** All indicators that are left out, whatever the reason. */
  readonly indicators: readonly string[];
}
