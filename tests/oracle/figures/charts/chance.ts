import { type Day, daysBetween, isMonthEnd, laterDay, monthNumber, monthOf } from '../days.ts';
import { type History, type Stage, stageOrder } from '../register.ts';
import { hasEnded, lifeUpTo } from './life.ts';

/** Moves on, exits, and project-months at risk of a stage. */
export interface Exposure {
  readonly on: number;
  readonly out: number;
  readonly months: number;
}
export const moving = ['lead', 'negotiation', 'signed', 'registered', 'construction'] as const;
type Moving = (typeof moving)[number];
const rank = (stage: Stage): number => stageOrder.indexOf(stage);

/**
 * The history of a stage up to a day: two competing events, and the months in which active projects
 * were at risk of them, also open ones; none before the first known day (review of figures, 3).
 */
export function exposureOf(
  histories: readonly History[],
  stage: Moving,
  [first, day]: readonly [Day, Day],
): Exposure {
  let [on, out, days] = [0, 0, 0];
  for (const history of histories) {
    const life = lifeUpTo(history, day);
    for (const [i, span] of life.entries()) {
      if (span.stage !== stage || span.status !== 'active') continue;
      const [from, until] = [laterDay(span.from, first), span.until ?? day];
      days += Math.max(0, daysBetween(from, until < day ? until : day));
      const next = life[i + 1];
      if (next === undefined || next.from < first) continue;
      if (hasEnded(next)) out += 1;
      else if (rank(next.stage) > rank(stage)) on += 1;
    }
  }
  return { on, out, months: (days * 12) / 365.25 };
}

/** Chance of the next stage, and months within which half of those that move on have (1.5). */
const usual: Readonly<Record<Moving, readonly [chance: number, months: number]>> = {
  lead: [1 / 3, 2],
  negotiation: [0.375, 9],
  signed: [0.8, 3],
  registered: [0.9 ** -1 * 0.75, 6],
  construction: [0.9, 18],
};
/** Own history weighs from five events and 24 months on, against 24 months of the default. */
export const ownWeight = ({ on, out, months }: Exposure): number =>
  on + out < 5 || months < 24 ? 0 : months / (months + 24);
function ratesOf(stage: Moving, exposure: Exposure): { readonly on: number; readonly out: number } {
  const [chance, half] = usual[stage];
  const [on, out] = [(chance * Math.LN2) / half, ((1 - chance) * Math.LN2) / half];
  if (ownWeight(exposure) === 0) return { on, out };
  const months = exposure.months + 24;
  return { on: (exposure.on + 24 * on) / months, out: (exposure.out + 24 * out) / months };
}

/** The chance of the start of operation in each month from now on. */
function arrivals(stage: Stage, months: number, of: (stage: Moving) => Exposure): number[] {
  const path = moving.slice(rank(stage));
  if (path.length === 0) return Array.from({ length: months }, (_, i) => (i === 0 ? 1 : 0));
  const places = path.map((_, i): number => (i === 0 ? 1 : 0));
  return Array.from({ length: months }, () => {
    const before = [...places];
    let arrived = 0;
    for (const [i, one] of path.entries()) {
      const { on, out } = ratesOf(one, of(one));
      const leaving = (before[i] ?? 0) * (1 - Math.exp(-on - out));
      const moves = (leaving * on) / (on + out);
      places[i] = (places[i] ?? 0) - leaving;
      if (i + 1 < path.length) places[i + 1] = (places[i + 1] ?? 0) + moves;
      else arrived = moves;
    }
    return arrived;
  });
}

/** Seven points and weights of a normal shock (Gauss–Hermite). */
const shocks: readonly (readonly [z: number, weight: number])[] = [
  [-3.750439717725742, 0.000548268855972218],
  [-2.366759410734541, 0.0307571239675865],
  [-1.154405394739968, 0.2401231786050127],
  [0, 0.45714285714285713],
  [1.154405394739968, 0.2401231786050127],
  [2.366759410734541, 0.0307571239675865],
  [3.750439717725742, 0.000548268855972218],
];
/** The chance under a shock of 0.5 on the log-odds, so that the mean over all shocks is `p`. */
function underShock(p: number, z: number): number {
  if (p <= 0 || p >= 1) return p;
  const at = (centre: number, shock: number): number => 1 / (1 + Math.exp(-centre - 0.5 * shock));
  let [low, high] = [-50, 50];
  for (let i = 0; i < 100; i += 1) {
    const centre = (low + high) / 2;
    const mean = shocks.reduce((sum, [y, weight]) => sum + weight * at(centre, y), 0);
    if (mean < p) low = centre;
    else high = centre;
  }
  return at(low, z);
}

export interface Adding {
  readonly stage: Stage;
  /** What it still adds at full capacity. */
  readonly adds: number;
}
export interface ChanceInput {
  readonly projects: readonly Adding[];
  readonly day: Day;
  readonly deadline: Day;
  /** The target is the amount of a year: the mean of its twelve months. */
  readonly isYearly: boolean;
  readonly exposures: Readonly<Record<Moving, Exposure>>;
}
/** Sums with their chances on a line of equal steps. */
export interface Spread {
  readonly step: number;
  readonly chances: readonly number[];
  /** The sum of everything that can come, from which the grid of the product follows. */
  readonly most: number;
}
const cells = 12_000;

/** What a project brings by the deadline: shares of its capacity, each with its chance. */
function sharesOf(stage: Stage, { day, deadline, isYearly, exposures }: ChanceInput) {
  const whole = monthNumber(monthOf(deadline)) - monthNumber(monthOf(day));
  const months = whole + (isMonthEnd(day) ? 0 : 1);
  return arrivals(stage, months, (one) => exposures[one]).map((chance, i) => {
    const ends = Array.from({ length: isYearly ? 12 : 1 }, (_, k) => months - i - 1 - k);
    const share = ends.reduce((sum, left) => sum + Math.min(1, Math.max(0, left) / 24), 0);
    return { chance, share: share / ends.length };
  });
}

/** The chances of what all projects bring, under one common shock. */
export function spreadOf(input: ChanceInput): Spread {
  const members = input.projects
    .map(({ stage, adds }) => ({ adds, shares: sharesOf(stage, input) }))
    .map((one) => ({ ...one, p: one.shares.reduce((sum, { chance }) => sum + chance, 0) }))
    .filter(({ p }) => p > 0);
  const most = members.reduce(
    (sum, { adds, shares }) => sum + adds * Math.max(...shares.map(({ share }) => share)),
    0,
  );
  const step = most / cells;
  const chances = new Float64Array(cells + 2);
  for (const [z, weight] of shocks) {
    let line = new Float64Array(cells + 2);
    line[0] = 1;
    for (const { adds, shares, p } of members) {
      const now = underShock(p, z);
      const next = line.map((value) => value * (1 - now));
      const places = new Map<number, number>();
      for (const { chance, share } of shares) {
        const at = (share * adds) / step;
        const low = Math.floor(at);
        const mass = (chance * now) / p;
        places.set(low, (places.get(low) ?? 0) + mass * (1 - (at - low)));
        places.set(low + 1, (places.get(low + 1) ?? 0) + mass * (at - low));
      }
      for (const [shift, mass] of places)
        for (let i = shift; mass > 0 && i < next.length; i += 1)
          next[i] = (next[i] ?? 0) + (line[i - shift] ?? 0) * mass;
      line = next;
    }
    for (const [i, value] of line.entries()) chances[i] = (chances[i] ?? 0) + weight * value;
  }
  return { step, chances: [...chances], most };
}
export function quantileOf({ step, chances }: Spread, share: number): number {
  let sum = 0;
  const at = chances.findIndex((chance) => {
    sum += chance;
    return sum >= share;
  });
  return at * step;
}
export const chanceOf = ({ step, chances }: Spread, need: number): number =>
  chances.reduce((sum, chance, i) => (i * step >= need ? sum + chance : sum), 0);
