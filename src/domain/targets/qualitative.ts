import { checklistAt, type ChecklistCount } from '#domain/zone/checklist.ts';
import type { Target } from '#domain/zone/indicator.ts';
import type { TargetRow, Verdict } from './target-row.ts';
import type { IsoDate } from '#domain/values/date.ts';

/** Makes the row of a qualitative target, with its checklist n/N if one was reported by the day. */
export function makeQualitativeRow(
  promise: Omit<TargetRow, 'stale' | 'pace' | 'forecast' | 'verdict' | 'verdict_status' | 'series'>,
  target: Target,
  as_of: IsoDate,
): TargetRow {
  const checklist = checklistAt(target, as_of);
  return {
    ...promise,
    ...(checklist === undefined ? { missing: 'not_reported' as const } : { checklist }),
    stale: false,
    pace: 'not_applicable',
    forecast: { kind: 'refused', reason: 'qualitative' },
    verdict: checklistVerdict(checklist, as_of > target.deadline),
    verdict_status: target.data_status,
    series: [],
  };
}

function checklistVerdict(checklist: ChecklistCount | undefined, isPast: boolean): Verdict {
  if (checklist === undefined) return isPast ? 'no_value_at_deadline' : 'no_value';
  if (checklist.total > 0 && checklist.done >= checklist.total) return 'met';
  return isPast ? 'missed' : 'no_verdict';
}
