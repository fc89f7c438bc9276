import { jumpTimes } from '#domain/targets/value-doubts.ts';
import { compareDecimal, type Decimal, scaleByTen } from '#domain/values/decimal.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Indicator, Target } from '#domain/zone/indicator.ts';

/**
 * A question about a target before it is saved, with the likely repair. A question blocks nothing.
 */
export type TargetQuestion =
  | { readonly kind: 'above_final'; readonly final: Decimal; readonly repair: Decimal }
  | {
      readonly kind: 'ten_times';
      /**
       * The value to compare with: the stored one, that of another year, or that of the year
       * before.
       */
      readonly like: Decimal;
      readonly repair: Decimal;
    }
  | { readonly kind: 'past_final'; readonly deadline: IsoDate };

export interface TargetQuestionInput {
  readonly target: Target;
  /** The stored target. There is no question about what did not change. */
  readonly storedTarget: Target | undefined;
  readonly indicator: Pick<Indicator, 'id' | 'kind' | 'direction'>;
  /** All targets of the zone. */
  readonly targets: readonly Target[];
  /** The last known total of a year or level, if any. */
  readonly knownTotal: Decimal | undefined;
  readonly today: IsoDate;
}

/**
 * Finds the question about a target: the first of the three that applies.
 * @returns undefined if nothing needs a question
 */
export function findTargetQuestion(input: TargetQuestionInput): TargetQuestion | undefined {
  const { target, storedTarget, today } = input;
  if (
    target.period === undefined &&
    target.deadline < today &&
    target.deadline !== storedTarget?.deadline
  )
    return { kind: 'past_final', deadline: `${Number(today.slice(0, 4)) + 4}-12-31` };
  if (target.value === storedTarget?.value) return undefined;
  return findTenTimes(input) ?? findAboveFinal(input);
}

function findTenTimes({
  target,
  storedTarget,
  indicator,
  targets,
  knownTotal,
}: TargetQuestionInput): TargetQuestion | undefined {
  if (target.value === undefined || target.period?.kind !== 'year') return undefined;
  const { year } = target.period;
  const nearest = targets
    .flatMap(({ indicator: of, period, value }) =>
      of === indicator.id && period?.kind === 'year' && period.year !== year && value !== undefined
        ? [{ value, apart: Math.abs(period.year - year) }]
        : [],
    )
    .toSorted((a, b) => a.apart - b.apart)[0]?.value;
  const like = storedTarget?.value ?? nearest ?? knownTotal;
  const times = like === undefined ? undefined : jumpTimes(Number(like), Number(target.value));
  if (like === undefined || times === undefined || times <= 0) return undefined;
  return {
    kind: 'ten_times',
    like,
    repair: scaleByTen(target.value, -Math.round(Math.log10(times))),
  };
}

function findAboveFinal({
  target,
  indicator,
  targets,
}: TargetQuestionInput): TargetQuestion | undefined {
  const isFloor = target.comparator === '>' || target.comparator === '>=';
  if (target.value === undefined || target.period === undefined || !isFloor) return undefined;
  if (indicator.direction === 'down') return undefined;
  const final = targets.find(
    ({ indicator: of, period }) => of === indicator.id && period === undefined,
  )?.value;
  return final !== undefined && compareDecimal(target.value, final) > 0
    ? { kind: 'above_final', final, repair: final }
    : undefined;
}
