import { toStandardCode } from '#domain/zone/standard-texts.ts';
import { compact } from '#domain/values/compact.ts';
import { isIsoDate } from '#domain/values/date.ts';
import { compareDecimal, type Decimal } from '#domain/values/decimal.ts';
import type { ChecklistItem, Target, TargetPlan, TargetSplit } from '#domain/zone/indicator.ts';
import { isSamePromise } from '#domain/zone/target-history.ts';
import { makeTargetKey } from '#domain/zone/target-period.ts';
import { splitRemainder } from '#domain/zone/target-split.ts';
import {
  type DraftOf,
  type ItemDraft,
  makeTargetDraft,
  readInPower,
  type TargetDraft,
  writeItemName,
} from './target-draft.ts';

/** The fault of a field, as a key of the labels. */
export type DraftFault =
  | 'no_value'
  | 'not_a_number'
  | 'other_unit'
  | 'not_whole'
  | 'negative'
  | 'too_fine'
  | 'too_long'
  | 'no_part'
  | 'done_in_future'
  | 'no_day'
  | 'end_before_start'
  | 'no_name'
  | 'parts_above_whole'
  | 'share'
  | 'no_checkpoint'
  | 'no_month'
  | 'no_reason'
  | 'no_source';
/** The faults of a draft by field, as `value` or `part.0.name`. */
export type DraftFaults = Readonly<Record<string, DraftFault>>;

export interface ReadTarget {
  /** The target, as far as it can be read; its value may be missing. */
  readonly target: Target;
  readonly faults: DraftFaults;
}

type Faults = Record<string, DraftFault>;

function readNumber(
  text: string,
  field: string,
  of: DraftOf,
  faults: Faults,
  missing?: DraftFault,
): Decimal | undefined {
  const read = readInPower(text, of);
  if (read.kind === 'value') return read.value;
  if (read.kind === 'wrong') faults[field] = read.why;
  else if (missing !== undefined) faults[field] = missing;
  return undefined;
}

/** Reads the plan. A target without a plan of its own keeps none as long as its path stays. */
function readPlan(
  draft: TargetDraft,
  storedTarget: Target | undefined,
  of: DraftOf,
  faults: Faults,
): TargetPlan | undefined {
  const isKept = storedTarget !== undefined && storedTarget.plan === undefined;
  if (
    isKept &&
    draft.checkpoints.length === 0 &&
    draft.path === makeTargetDraft(storedTarget, of).path
  )
    return undefined;
  if (draft.path === 'straight' || draft.path === 'as_last_year') return { path: draft.path };
  if (draft.path === 'checkpoints') {
    const checkpoints = draft.checkpoints.map(({ date, share }, at) => {
      const percent = Number(share.normalize('NFKC').replace('%', '').trim() || Number.NaN);
      if (!isIsoDate(date)) faults[`checkpoint.${at}`] = 'no_day';
      else if (!(percent >= 0 && percent <= 100)) faults[`checkpoint.${at}`] = 'share';
      return { date, share: percent / 100, data_status: 'reported' as const };
    });
    // without checkpoints of its own, those of the zone apply
    if (checkpoints.length === 0 && of.profile.checkpoints.length === 0)
      faults['plan'] = 'no_checkpoint';
    return checkpoints.length === 0
      ? undefined
      : { path: 'checkpoints', checkpoints: checkpoints.filter(({ share }) => share >= 0) };
  }
  const values = draft.months.flatMap(({ month, value }, at) => {
    const read = readNumber(value, `month.${at}`, of, faults);
    return read === undefined ? [] : [{ month, value: read }];
  });
  if (values.length === 0) faults['plan'] = 'no_month';
  return values.length === 0 ? undefined : { path: 'monthly', values };
}

function readSplit(
  draft: TargetDraft,
  whole: Decimal | undefined,
  of: DraftOf,
  faults: Faults,
): TargetSplit | undefined {
  if (draft.parts.length === 0) return undefined;
  const parts = draft.parts.map(({ id, name, value, owner }, at) => {
    if (name.trim() === '') faults[`part.${at}.name`] = 'no_name';
    return {
      id,
      name: name.trim(),
      value: readNumber(value, `part.${at}.value`, of, faults, 'no_part') ?? '0',
      ...compact({ owner: owner?.trim() === '' ? undefined : owner?.trim() }),
    };
  });
  if (whole !== undefined && compareDecimal(splitRemainder(whole, { parts }), '0') < 0)
    faults['split'] = 'parts_above_whole';
  return { by: draft.split_by, parts };
}

/** Reads an item. Only a changed name is written, in the language of the page. */
function readItem(
  item: ItemDraft,
  at: number,
  storedTarget: Target | undefined,
  { language, today }: Pick<DraftOf, 'language' | 'today'>,
  faults: Faults,
): ChecklistItem {
  const before = storedTarget?.items?.find(({ id }) => id === item.id);
  if (item.name.trim() === '') faults[`item.${at}`] = 'no_name';
  if (item.done > today && item.done !== before?.done) faults[`item.${at}.done`] = 'done_in_future';
  const text = (input: string) => (input.trim() === '' ? undefined : input.trim());
  const name = item.name.trim();
  const isKept = before !== undefined && writeItemName(before, language) === name;
  return {
    id: item.id,
    name: isKept ? before.name : { ...before?.name, [language]: name },
    ...compact({
      planned: text(item.planned),
      done: text(item.done),
      proof: text(item.proof),
      owner: text(item.owner),
    }),
  };
}

/** Checks the days of a target, and lists their faults. */
function checkDays({ deadline, baseline_date }: TargetDraft, faults: Faults): void {
  if (!isIsoDate(deadline)) faults['deadline'] = 'no_day';
  if (!isIsoDate(baseline_date)) faults['baseline_date'] = 'no_day';
  else if (baseline_date >= deadline) faults['deadline'] = 'end_before_start';
}

/** Reads a draft as a target, with the faults of its fields. */
export function readTargetDraft(
  draft: TargetDraft,
  storedTarget: Target | undefined,
  of: DraftOf,
): ReadTarget {
  const faults: Faults = {};
  const { indicator, period, profile, language } = of;
  const isNumber = indicator.kind !== 'qualitative';
  const value = isNumber ? readNumber(draft.value, 'value', of, faults, 'no_value') : undefined;
  const baseline = isNumber ? readNumber(draft.baseline, 'baseline', of, faults) : undefined;
  checkDays(draft, faults);
  const text = (input: string) => (input.trim() === '' ? undefined : input.trim());
  const { [language]: _old, ...others } = storedTarget?.wording ?? {};
  const wording = { ...others, ...compact({ [language]: text(draft.wording) }) };
  const source =
    profile.sources.find(({ title }) => title[language] === draft.source)?.id ??
    toStandardCode(draft.source.trim());
  const target: Target = {
    indicator: indicator.id,
    comparator: isNumber ? draft.comparator : 'qualitative',
    deadline: draft.deadline,
    baseline_date: draft.baseline_date,
    source,
    source_date: draft.source_date,
    data_status: storedTarget?.data_status ?? 'reported',
    ...compact({
      id: storedTarget === undefined ? makeTargetKey(indicator.id, period) : storedTarget.id,
      period,
      covers: draft.is_sum ? ('sum_of_years' as const) : undefined,
      value,
      baseline,
      wording: Object.keys(wording).length === 0 ? undefined : wording,
      checklist: storedTarget?.checklist,
      items:
        draft.items.length === 0
          ? undefined
          : draft.items.map((item, at) => readItem(item, at, storedTarget, of, faults)),
      plan: isNumber ? readPlan(draft, storedTarget, of, faults) : undefined,
      split: isNumber ? readSplit(draft, value, of, faults) : undefined,
      owner: text(draft.owner),
      unit_in_charge: text(draft.unit_in_charge),
    }),
  };
  checkWords(draft, target, storedTarget, faults);
  return { target, faults };
}

/**
 * Checks the texts: a change of what a stored target promises needs a reason and its source; a change
 * of a stored split needs a reason.
 */
function checkWords(
  draft: TargetDraft,
  target: Target,
  storedTarget: Target | undefined,
  faults: Faults,
): void {
  if (storedTarget === undefined) return;
  const isSame = isSamePromise(storedTarget, target);
  const isResplit =
    storedTarget.split !== undefined &&
    JSON.stringify(storedTarget.split) !== JSON.stringify(target.split);
  if ((!isSame || isResplit) && draft.reason.trim() === '') faults['reason'] = 'no_reason';
  if (
    !isSame &&
    (target.source === '' ||
      (target.source === storedTarget.source && target.source_date === storedTarget.source_date))
  )
    faults['source'] = 'no_source';
}
