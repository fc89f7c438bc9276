import { compareDecimal, subtractDecimal, type Decimal } from '#domain/values/decimal.ts';
import { findPaceOutcome } from '#domain/targets/pace-outcome.ts';
import { isSumUnknown } from '#domain/targets/derived/unknown-sum.ts';
import type { TargetOutlook } from './outlook.ts';

/**
 * Whether a target will be met. `short`: at this pace the target is missed by an amount.
 * `beyond_register`: all projects together do not reach it, and the pace does not contradict.
 * `within_register`: the projects could reach it; no pace is known.
 */
export type OutlookAnswer =
  | { readonly kind: 'met' | 'missed' | 'on_pace' | 'unreported' | 'unknown' }
  | {
      readonly kind: 'short' | 'over' | 'beyond_register' | 'within_register';
      readonly by: Decimal;
    };

/** Answers whether a target will be met, from what is known without a chance. */
export function findAnswer({ row, range }: TargetOutlook): OutlookAnswer {
  if (row.verdict === 'met') return { kind: 'met' };
  if (row.verdict === 'missed') return { kind: 'missed' };
  if (row.now === undefined) {
    const isUnknown = row.kind === 'qualitative' || isSumUnknown(row);
    return { kind: isUnknown ? 'unknown' : 'unreported' };
  }
  const outcome = findPaceOutcome(row);
  if (outcome?.kind === 'met') return { kind: 'on_pace' };
  if (range !== undefined && compareDecimal(range.missing, '0') > 0)
    return { kind: 'beyond_register', by: range.missing };
  if (outcome !== undefined) return { kind: outcome.kind, by: outcome.by };
  return range === undefined || row.target === undefined
    ? { kind: 'unknown' }
    : { kind: 'within_register', by: subtractDecimal(row.target, range.now) };
}
