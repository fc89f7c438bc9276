import { compact } from '#domain/values/compact.ts';
import { monthEnd, type IsoDate } from '#domain/values/date.ts';
import { decisionOn, type Decision } from '#domain/work/decision.ts';
import { targetKey, type CauseNote, type Target } from '#domain/zone/indicator.ts';

/** A decision on a target, or a note on one of its months: a dated mark on its chart. */
export interface RowMark {
  readonly kind: 'decision' | 'note';
  /** The day of the decision, or the last day of the month. */
  readonly date: IsoDate;
  readonly text: string;
  readonly owner?: string;
  readonly due?: IsoDate;
  readonly done_on?: IsoDate;
}

/** Lists the decisions on a target and the notes on its months up to a day, oldest first. */
export function listRowMarks(
  target: Target,
  {
    as_of,
    notes,
    decisions = [],
  }: {
    readonly as_of: IsoDate;
    readonly notes: readonly CauseNote[];
    readonly decisions?: readonly Decision[];
  },
): readonly RowMark[] {
  const decisionMarks = decisions.flatMap((one): RowMark[] => {
    if (one.subject !== 'target' || one.subject_id !== targetKey(target)) return [];
    const then: Partial<Decision> | undefined = decisionOn(one, as_of);
    if (then === undefined) return [];
    const { owner, due, done_on } = then;
    const { decided_on, text } = one;
    return [{ kind: 'decision', date: decided_on, text, ...compact({ owner, due, done_on }) }];
  });
  const noteMarks = notes.flatMap(
    ({ indicator, period, text, next_step, owner, due }): RowMark[] => {
      const words = [text, next_step]
        .filter((part) => part !== undefined && part !== '')
        .join(' · ');
      return indicator !== target.indicator || words === ''
        ? []
        : [{ kind: 'note', date: monthEnd(period), text: words, ...compact({ owner, due }) }];
    },
  );
  return [...decisionMarks, ...noteMarks].toSorted((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
}
