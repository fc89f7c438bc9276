import { recordText } from '#domain/zone/standard-texts.ts';
import { usualDays } from '#domain/targets/setting/usual-days.ts';
import { readTypedValue } from '#domain/targets/entry/typed-value.ts';
import { addMonths, toMonth, type IsoDate, type Month } from '#domain/values/date.ts';
import type { Language } from '#domain/values/language.ts';
import { formatInPower, findPower } from '#domain/values/unit-power.ts';
import type {
  ChecklistItem,
  Comparator,
  Indicator,
  Target,
  TargetPart,
  TargetPeriod,
} from '#domain/zone/indicator.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';

export const pathChoices = ['straight', 'checkpoints', 'monthly', 'as_last_year'] as const;
export type PathChoice = (typeof pathChoices)[number];

/** The typed texts of a target. Numbers are texts in the power of the indicator. */
export interface TargetDraft {
  readonly comparator: Comparator;
  readonly value: string;
  readonly owner: string;
  readonly unit_in_charge: string;
  readonly deadline: string;
  readonly baseline_date: string;
  readonly baseline: string;
  readonly is_sum: boolean;
  readonly path: PathChoice;
  readonly checkpoints: readonly { readonly date: string; readonly share: string }[];
  readonly months: readonly { readonly month: Month; readonly value: string }[];
  readonly split_by: 'unit' | 'function_zone';
  readonly parts: readonly TargetPart[];
  readonly items: readonly ItemDraft[];
  readonly source: string;
  readonly source_date: string;
  readonly reason: string;
  readonly wording: string;
}
/** The typed texts of an item of a checklist. An empty text means none. */
export interface ItemDraft {
  readonly id: string;
  readonly name: string;
  readonly planned: string;
  readonly done: string;
  readonly proof: string;
  readonly owner: string;
}

/** The subject of a draft. */
export interface DraftOf {
  readonly indicator: Indicator;
  readonly period: TargetPeriod | undefined;
  readonly profile: ZoneProfile;
  readonly language: Language;
  readonly today: IsoDate;
}

/** Reads a number typed in the power of an indicator. */
export const readInPower = (text: string, { indicator, language }: DraftOf) =>
  readTypedValue(text, indicator, findPower(indicator, language));

/** Lists the months of a monthly plan: those after the baseline date, at most sixty. */
export function planMonths(baseline_date: IsoDate, deadline: IsoDate): Month[] {
  const months: Month[] = [];
  for (
    let month = addMonths(toMonth(baseline_date), 1);
    month <= toMonth(deadline) && months.length < 60;
    month = addMonths(month, 1)
  )
    months.push(month);
  return months;
}

const emptyDraft = (of: DraftOf): TargetDraft => ({
  comparator:
    of.indicator.kind === 'qualitative'
      ? 'qualitative'
      : of.indicator.direction === 'down'
        ? '<='
        : '>=',
  value: '',
  owner: '',
  unit_in_charge: '',
  ...usualDays(of),
  baseline: '',
  is_sum: false,
  path: of.period?.kind === 'year' ? 'straight' : of.profile.plan_path,
  checkpoints: [],
  months: [],
  split_by: of.profile.function_zones.length > 0 ? 'function_zone' : 'unit',
  parts: [],
  items: [],
  source: '',
  source_date: of.today,
  reason: '',
  wording: '',
});

/** The name of an item in a language, else in any that it has. */
export const writeItemName = ({ name }: Pick<ChecklistItem, 'name'>, language: Language): string =>
  name[language] ?? Object.values(name)[0] ?? '';

const itemDraft = (item: ChecklistItem, language: Language): ItemDraft => ({
  id: item.id,
  name: writeItemName(item, language),
  planned: item.planned ?? '',
  done: item.done ?? '',
  proof: item.proof ?? '',
  owner: item.owner ?? '',
});

/** Makes the draft of a stored target, or of a new one. */
export function makeTargetDraft(storedTarget: Target | undefined, of: DraftOf): TargetDraft {
  const empty = emptyDraft(of);
  if (storedTarget === undefined) return empty;
  const { indicator, language, profile } = of;
  const number = (value: string | undefined): string =>
    value === undefined ? '' : formatInPower(value, indicator, language);
  const { plan, split } = storedTarget;
  return {
    ...empty,
    comparator: storedTarget.comparator,
    value: number(storedTarget.value),
    owner: storedTarget.owner ?? '',
    unit_in_charge: storedTarget.unit_in_charge ?? '',
    deadline: storedTarget.deadline,
    baseline_date: storedTarget.baseline_date,
    baseline: number(storedTarget.baseline),
    is_sum: storedTarget.covers === 'sum_of_years',
    path: plan?.path ?? empty.path,
    checkpoints:
      plan?.path === 'checkpoints'
        ? plan.checkpoints.map(({ date, share }) => ({
            date,
            share: String(Number((share * 100).toFixed(6))),
          }))
        : [],
    months:
      plan?.path === 'monthly'
        ? plan.values.map(({ month, value }) => ({ month, value: number(value) }))
        : [],
    split_by: split?.by ?? empty.split_by,
    parts: split?.parts.map((part) => ({ ...part, value: number(part.value) })) ?? [],
    items: storedTarget.items?.map((item) => itemDraft(item, language)) ?? [],
    source:
      profile.sources.find(({ id }) => id === storedTarget.source)?.title[language] ??
      recordText(storedTarget.source)[language],
    source_date: storedTarget.source_date,
    wording: storedTarget.wording?.[language] ?? '',
  };
}
