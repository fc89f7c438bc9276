/** Cases by days since entry: those that moved on, left, or were open when last seen. */
export const caseEnds = ['moved', 'left', 'open'] as const;
export type CaseEnd = (typeof caseEnds)[number];
export interface CaseTimes {
  readonly days: number;
  readonly end: CaseEnd;
  readonly count: number;
}
/** The shares that had moved on and left by a number of months since entry. */
export interface IncidencePoint {
  readonly months: number;
  readonly moved: number;
  readonly left: number;
  /** Cases that were still followed after it. */
  readonly followed: number;
}

const daysPerMonth = 30.4375;
/**
 * Converts months from entry to days.
 * @returns whole days, rounded down
 */
export const daysOfMonths = (months: number): number => Math.floor(months * daysPerMonth);

interface Day {
  readonly days: number;
  readonly moved: number;
  readonly left: number;
  readonly all: number;
}
function groupByDay(cases: readonly CaseTimes[]): Day[] {
  const days = new Map<number, Record<CaseEnd, number>>();
  for (const { days: day, end, count } of cases) {
    const counts = days.get(day) ?? { moved: 0, left: 0, open: 0 };
    counts[end] += count;
    days.set(day, counts);
  }
  return [...days]
    .map(([day, { moved, left, open }]) => ({ days: day, moved, left, all: moved + left + open }))
    .sort((a, b) => a.days - b.days);
}

/**
 * Computes the cumulative incidence of moving on and of leaving as competing events
 * (Aalen–Johansen): the share that has met each by a number of months. Open cases count for as long
 * as they were followed. On one day, events come before the end of follow-up.
 * @param last the last month
 * @param fewest a month with fewer followed cases has no point, unless all have ended by then
 * @returns points from month 0 to the first month that has none
 */
export function traceIncidence(
  cases: readonly CaseTimes[],
  last: number,
  fewest: number,
): IncidencePoint[] {
  const days = groupByDay(cases);
  let [at, staying, moved, left] = [0, 1, 0, 0];
  let risk = days.reduce((sum, { all }) => sum + all, 0);
  const points: IncidencePoint[] = [];
  for (let month = 0; month <= last; month += 1) {
    const until = daysOfMonths(month);
    let atRisk = risk;
    for (let day = days[at]; day !== undefined && day.days <= until; day = days[at]) {
      moved += (staying * day.moved) / risk;
      left += (staying * day.left) / risk;
      staying *= (risk - day.moved - day.left) / risk;
      atRisk = day.days === until ? risk : risk - day.all;
      risk -= day.all;
      at += 1;
    }
    if (atRisk < fewest && staying > 0) break;
    points.push({ months: month, moved, left, followed: atRisk });
  }
  return points;
}
