/** A share of the capacity as whole numbers, so that sums of shares stay exact. */
interface RampShare {
  readonly part: number;
  readonly whole: number;
}

/**
 * Finds the share of the capacity that counts, by the months left until the deadline: linear up to
 * full capacity; for a yearly amount the mean of its twelve months.
 * @param rampMonths 0 where full capacity is reached at once
 */
export function findRampShare(
  monthsLeft: number,
  rampMonths: number,
  isYearly: boolean,
): RampShare {
  const months = isYearly ? 12 : 1;
  let part = 0;
  for (let before = 0; before < months; before += 1) {
    const left = monthsLeft - before;
    part += rampMonths === 0 ? Number(left >= 0) : Math.min(rampMonths, Math.max(0, left));
  }
  return { part, whole: months * Math.max(1, rampMonths) };
}
