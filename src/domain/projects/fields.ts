import { languages, type Language, type Names } from '#domain/values/language.ts';
import { compact } from '#domain/values/compact.ts';
import { dataStatuses } from '#domain/values/data-status.ts';
import { type FirstPlans, withFirstPlans } from './milestones.ts';
import {
  measures,
  milestoneTypes,
  type Amount,
  type Measure,
  type Milestone,
  type MilestoneType,
  type StageEvent,
} from './project.ts';
import type { ProjectFacts, ProjectRecord } from './project.ts';
import { segments } from './segments.ts';

/** Facts that are texts of one line. */
export const lineFields = [
  'name',
  'investor',
  'company',
  'national_code',
  'uscc',
  'country',
  'prefecture',
  'industry',
  'gb4754',
  'zone',
  'source_channel',
  'extended_project',
  'owner',
  'unit',
] as const;
/** Facts that may be long texts. */
export const longFields = ['progress_text', 'next_step', 'issue_text', 'remark'] as const;
export const numberFields = [
  'foreign_percent',
  'land_mu',
  'floor_area_m2',
  'jobs_plan',
  'jobs_actual',
] as const;
export const siteModes = ['land', 'lease', 'office'] as const;
/** Statuses of data that a person may enter. */
export const selectableStatuses = dataStatuses.filter(
  (s) => s !== 'illustrative' && s !== 'forecast',
);

/** Facts that hold a name in up to three languages, beside the original. */
export const translatedFields = ['names', 'investor_names'] as const;
type TranslatedField = (typeof translatedFields)[number];

type LineField = (typeof lineFields)[number];
type LongField = (typeof longFields)[number];
type NumberField = (typeof numberFields)[number];
type NameField = `${TranslatedField}.${Language}`;
type AmountField = `amounts.${Measure}`;
/** The baseline cannot be edited: signing freezes it. */
type DateField = `milestones.${MilestoneType}.${'plan' | 'actual'}` | 'last_update';
/** One fact that can be changed on its own: in changes, in forms and in merges. */
export type FactField =
  | LineField
  | NameField
  | LongField
  | NumberField
  | AmountField
  | DateField
  | 'site_mode'
  | 'agreement_type'
  | 'data_status';
export type FieldValue = string | number | Amount;

export const nameFields: readonly NameField[] = translatedFields.flatMap((field) =>
  languages.map((language) => `${field}.${language}` as const),
);
export const amountFields: readonly AmountField[] = measures.map((m) => `amounts.${m}` as const);
export const dateFields: readonly DateField[] = [
  ...milestoneTypes.flatMap(
    (type) => [`milestones.${type}.plan`, `milestones.${type}.actual`] as const,
  ),
  'last_update',
];
export const factFields: readonly FactField[] = [
  ...lineFields,
  ...nameFields,
  'site_mode',
  'agreement_type',
  ...numberFields,
  ...amountFields,
  ...dateFields,
  ...longFields,
  'data_status',
];

type ValueOf<F extends FactField> = F extends NumberField
  ? number
  : F extends AmountField
    ? Amount
    : string;
/** New values by field; null removes a value. Omitted fields stay. */
export type FactChanges = { readonly [F in FactField]?: ValueOf<F> | null };

const findMilestone = (facts: ProjectFacts, type: string): Milestone | undefined =>
  facts.milestones.find((m) => m.type === type);

const isTranslated = (group: string | undefined): group is TranslatedField =>
  translatedFields.some((field) => field === group);

/** Reads the value of one field. @returns undefined if the field has no value */
export function readField(facts: ProjectFacts, field: FactField): FieldValue | undefined {
  const [group, name = '', date] = field.split('.');
  if (group === 'amounts') return facts.amounts[name as Measure];
  if (group === 'milestones') return findMilestone(facts, name)?.[date as 'plan' | 'actual'];
  if (isTranslated(group)) return facts[group]?.[name as Language];
  return facts[field as Exclude<FactField, AmountField | NameField | `milestones.${string}`>];
}

const without = <T extends object>(object: T, key: string): T =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key)) as T;
const put = <T extends object>(object: T, key: string, value: unknown): T =>
  value === null ? without(object, key) : { ...object, [key]: value };

/** Removes the last translation together with the field that holds them. */
function withName(facts: ProjectFacts, field: TranslatedField, language: string, value: unknown) {
  const names: Names = put(facts[field] ?? {}, language, value);
  return put(facts, field, Object.keys(names).length === 0 ? null : names);
}

function withMilestone(
  facts: ProjectFacts,
  type: MilestoneType,
  kind: string,
  value: unknown,
): ProjectFacts {
  const next = put(findMilestone(facts, type) ?? { type }, kind, value);
  const all = milestoneTypes.flatMap((t) => (t === type ? next : (findMilestone(facts, t) ?? [])));
  return {
    ...facts,
    milestones: all.filter(({ type: _, ...dates }) => Object.keys(dates).length > 0),
  };
}

/** Applies changes to facts; all other values stay, the frozen baseline too. */
export function applyChanges(facts: ProjectFacts, changes: FactChanges): ProjectFacts {
  let next = facts;
  for (const field of factFields) {
    const value = Object.hasOwn(changes, field) ? changes[field] : undefined;
    if (value === undefined) continue;
    const [group, name = '', date = ''] = field.split('.');
    if (group === 'amounts') next = { ...next, amounts: put(next.amounts, name, value) };
    else if (group === 'milestones') next = withMilestone(next, name as MilestoneType, date, value);
    else if (isTranslated(group)) next = withName(next, group, name, value);
    else next = put(next, field, value);
  }
  return next;
}

/**
 * Freezes the original dates as baseline at signing: the first known plan date of each milestone,
 * else its plan. An existing baseline stays.
 */
export const freezeBaselines = (
  facts: ProjectFacts,
  first: FirstPlans = new Map(),
): ProjectFacts => ({
  ...facts,
  milestones: withFirstPlans(facts.milestones, first).map(({ first_plan, ...milestone }) => {
    const baseline = milestone.baseline ?? first_plan?.date ?? milestone.plan;
    return baseline === undefined ? milestone : { ...milestone, baseline };
  }),
});

/** Whether two values are equal, in any order of keys. */
export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Amount>;
  const flat = (value: unknown): string =>
    typeof value === 'object' ? JSON.stringify(Object.entries(value ?? {}).sort()) : String(value);
  return [...keys].every((key) => flat(a[key]) === flat(b[key]));
}

/** One changed value, before and now. */
export interface FieldChange {
  /**
   * A fact field, `stage`, `stage_reason`, `stage_reason_code`, `status` and its date, reason and
   * code, `stage_events.<stage>`, `milestones.<type>.baseline`, `extra.<column>`, `issue.<part>`,
   * `evidence.<of>.<which>` or `withdrawn.<of>.<which>`.
   */
  readonly field: string;
  readonly from?: FieldValue;
  readonly to?: FieldValue;
}

/** The day of an event as text, with `≤` before the latest possible day. */
const dayText = ({ date, by }: StageEvent): string => (by ? `≤ ${date}` : date);
/** Lists all values of a record, one per field. */
export function listFields(record: ProjectRecord): Map<string, FieldValue> {
  const all = new Map<string, FieldValue>();
  const set = (field: string, value: FieldValue | undefined): void => {
    if (value !== undefined) all.set(field, value);
  };
  const last = segments(record).at(-1);
  set('stage', last?.stage);
  set('status', last?.status);
  set('status_date', last?.status_date);
  set('status_reason', last?.status_reason);
  set('status_reason_code', last?.status_reason_code);
  const move = record.stage_events.at(-1);
  set('stage_reason', move?.reason);
  set('stage_reason_code', move?.reason_code);
  for (const field of factFields) set(field, readField(record.facts, field));
  for (const { type, baseline } of record.facts.milestones)
    set(`milestones.${type}.baseline`, baseline);
  for (const [stage, events] of Map.groupBy(record.stage_events, (e) => e.stage))
    set(`stage_events.${stage}`, events.map(dayText).join(', '));
  for (const [column, text] of Object.entries(record.facts.extra ?? {}))
    set(`extra.${column}`, text);
  return all;
}

/** Lists the fields in which two records differ; a record that did not exist had no values. */
export function listFieldChanges(
  before: ProjectRecord | undefined,
  after: ProjectRecord | undefined,
): FieldChange[] {
  const [from, to] = [before, after].map((record) =>
    record === undefined ? new Map<string, FieldValue>() : listFields(record),
  );
  if (from === undefined || to === undefined) return [];
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((field): FieldChange[] => {
    const [a, b] = [from.get(field), to.get(field)];
    return sameValue(a, b) ? [] : [{ field, ...compact({ from: a, to: b }) }];
  });
}
