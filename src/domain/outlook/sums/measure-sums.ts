import { type OutlookProject, startDay } from '#domain/outlook/outlook-project.ts';
import { scenarioLimits } from '#domain/outlook/scenario/scenario.ts';
import { stages, type Stage } from '#domain/projects/stage.ts';
import { type IsoDate, type Month, toMonth } from '#domain/values/date.ts';
import {
  addDecimal,
  compareDecimal,
  type Decimal,
  scaleByTen,
  subtractDecimal,
  toNumber,
} from '#domain/values/decimal.ts';
import {
  changeFirst,
  collectFirst,
  type FirstProjects,
  type ProjectOrder,
} from './first-projects.ts';
import { changeGroups, type GroupRule } from './groups.ts';

/** The largest number of projects without an amount, or without a date, that are listed by code. */
export const listedUnknown = 50;
/** The largest number of the fewest projects that are listed one by one. */
export const listedFewest = 5;

/** The number of projects of a stage that add the same amount above 0. */
interface AmountGroup {
  readonly stage: Stage;
  readonly adds: Decimal;
  /** The nearest double of `adds`. */
  readonly size: number;
  readonly count: number;
}
/**
 * The projects of a stage that reach full capacity on the same day, or have no such day and start
 * operation on the same one.
 */
export interface DayGroup {
  readonly stage: Stage;
  readonly full_capacity: IsoDate | undefined;
  /** The start of operation, where full capacity has no date. */
  readonly opens: IsoDate | undefined;
  /** The number of projects that add an amount above 0. */
  readonly addingCount: number;
  /** The number of projects that state an amount. */
  readonly amountCount: number;
  readonly unknownCount: number;
  readonly adds: Decimal;
  readonly already: Decimal;
}

/** The projects of a stage that grow from start to full capacity in the same months. */
export interface RampGroup {
  readonly stage: Stage;
  /** The month in which operation starts; that of full capacity where the start has no date. */
  readonly from: Month;
  readonly full: Month;
  readonly count: number;
  readonly adds: Decimal;
}

/** What projects add to a measure: everything that an outlook needs, in sums. */
export interface MeasureSums {
  /** Largest amount first. */
  readonly amounts: readonly AmountGroup[];
  readonly days: readonly DayGroup[];
  /** The projects with an amount and a date of full capacity. */
  readonly ramps: readonly RampGroup[];
  /** The first projects with an amount above 0, largest first. */
  readonly largest: FirstProjects;
  /** The first projects without an amount, by code. */
  readonly unknown: FirstProjects;
  /**
   * The first projects with an amount above 0 and no date of full capacity, by start of operation
   * and code. Those without a start come first.
   */
  readonly undated: FirstProjects;
}

const amountRule: GroupRule<AmountGroup> = {
  compare: (a, b) =>
    b.size - a.size ||
    compareDecimal(b.adds, a.adds) ||
    stages.indexOf(a.stage) - stages.indexOf(b.stage),
  add: (a, b, sign) => ({ ...a, count: a.count + sign * b.count }),
  isEmpty: ({ count }) => count === 0,
};
const dayRule: GroupRule<DayGroup> = {
  compare: (a, b) =>
    stages.indexOf(a.stage) - stages.indexOf(b.stage) ||
    (a.full_capacity ?? '').localeCompare(b.full_capacity ?? '') ||
    (a.opens ?? '').localeCompare(b.opens ?? ''),
  add: (a, b, sign) => ({
    ...a,
    addingCount: a.addingCount + sign * b.addingCount,
    amountCount: a.amountCount + sign * b.amountCount,
    unknownCount: a.unknownCount + sign * b.unknownCount,
    adds: (sign > 0 ? addDecimal : subtractDecimal)(a.adds, b.adds),
    already: (sign > 0 ? addDecimal : subtractDecimal)(a.already, b.already),
  }),
  isEmpty: ({ amountCount, unknownCount }) => amountCount + unknownCount === 0,
};

const rampRule: GroupRule<RampGroup> = {
  compare: (a, b) =>
    stages.indexOf(a.stage) - stages.indexOf(b.stage) ||
    a.from.localeCompare(b.from) ||
    a.full.localeCompare(b.full),
  add: (a, b, sign) => ({
    ...a,
    count: a.count + sign * b.count,
    adds: (sign > 0 ? addDecimal : subtractDecimal)(a.adds, b.adds),
  }),
  isEmpty: ({ count }) => count === 0,
};

/**
 * Compares projects, the largest first. Of two equal ones the one that opens first comes first,
 * then the order of codes. It compares doubles wherever they differ: the nearest doubles never
 * reverse the order of two decimals.
 */
const compareSizes = (a: OutlookProject, b: OutlookProject): number =>
  toNumber(b.adds ?? '0') - toNumber(a.adds ?? '0') ||
  compareDecimal(b.adds ?? '0', a.adds ?? '0') ||
  (a.opens ?? '9999').localeCompare(b.opens ?? '9999') ||
  a.code.localeCompare(b.code);
const largestOrder: ProjectOrder = {
  compare: compareSizes,
  least: listedFewest,
  most: 8 * listedFewest,
};
const codeOrder: ProjectOrder = {
  compare: (a, b) => (a.code < b.code ? -1 : Number(a.code > b.code)),
  // a scenario may leave out some of them
  least: listedUnknown + scenarioLimits.without,
  most: 4 * (listedUnknown + scenarioLimits.without),
};
/** Projects that start by a deadline come before all that start later. */
const openingOrder: ProjectOrder = {
  ...codeOrder,
  compare: (a, b) =>
    (startDay(a) ?? '').localeCompare(startDay(b) ?? '') || codeOrder.compare(a, b),
};

/** Makes the ramp of one project. It starts at full capacity where its start is later or not known. */
function makeRamp(
  { stage, opens = '9999' }: OutlookProject,
  adds: Decimal,
  full_capacity: IsoDate,
): RampGroup {
  const from = toMonth(opens < full_capacity ? opens : full_capacity);
  return { stage, from, full: toMonth(full_capacity), count: 1, adds };
}

/**
 * Sums what projects add, one project at a time, without holding them.
 * @returns a function that takes a project, and one that ends the sums
 */
export function collectSums(): {
  readonly add: (project: OutlookProject) => void;
  readonly finish: () => MeasureSums;
} {
  const amounts = new Map<string, AmountGroup>();
  const days = new Map<string, DayGroup>();
  const ramps = new Map<string, RampGroup>();
  const largest = collectFirst(largestOrder);
  const [unknown, undated] = [collectFirst(codeOrder), collectFirst(openingOrder)];
  const put = <Group>(
    groups: Map<string, Group>,
    key: string,
    group: Group,
    { add }: GroupRule<Group>,
  ): void => {
    const same = groups.get(key);
    groups.set(key, same === undefined ? group : add(same, group, 1));
  };
  return {
    add: (project) => {
      const { stage, adds, already = '0', full_capacity } = project;
      const size = toNumber(adds ?? '0');
      const opens = full_capacity === undefined ? startDay(project) : undefined;
      const [amountCount, unknownCount] = adds === undefined ? [0, 1] : [1, 0];
      const amount = { adds: adds ?? '0', already: adds === undefined ? '0' : already };
      const counts = { addingCount: size > 0 ? 1 : 0, amountCount, unknownCount };
      const day = { stage, full_capacity, opens, ...counts, ...amount };
      put(days, `${stage} ${full_capacity ?? ''} ${opens ?? ''}`, day, dayRule);
      if (adds === undefined) unknown.add(project);
      if (adds === undefined || size <= 0) return;
      // 5 and 5.00 are one amount
      const exact = scaleByTen(adds, 0);
      put(amounts, `${stage} ${exact}`, { stage, adds: exact, size, count: 1 }, amountRule);
      largest.add(project);
      if (full_capacity === undefined) undated.add(project);
      else {
        const ramp = makeRamp(project, exact, full_capacity);
        put(ramps, `${stage} ${ramp.from} ${ramp.full}`, ramp, rampRule);
      }
    },
    finish: () => ({
      amounts: [...amounts.values()].sort(amountRule.compare),
      days: [...days.values()].sort(dayRule.compare),
      ramps: [...ramps.values()].sort(rampRule.compare),
      largest: largest.finish(),
      unknown: unknown.finish(),
      undated: undated.finish(),
    }),
  };
}

/** Sums what projects add to a measure. */
export function sumProjects(projects: Iterable<OutlookProject>): MeasureSums {
  const sums = collectSums();
  for (const project of projects) sums.add(project);
  return sums.finish();
}

/** The contributions of some projects before and after a change. */
export interface ProjectChange {
  readonly before: MeasureSums;
  readonly after: MeasureSums;
  readonly codes: ReadonlySet<string>;
}

/**
 * Replaces what some projects added by what they add now.
 * @returns undefined if the projects must be summed again
 */
export function changeSums(
  sums: MeasureSums,
  { before, after, codes }: ProjectChange,
): MeasureSums | undefined {
  const change = <Group>(
    groups: (sums: MeasureSums) => readonly Group[],
    rule: GroupRule<Group>,
  ): readonly Group[] =>
    changeGroups(changeGroups(groups(sums), groups(before), -1, rule), groups(after), 1, rule);
  const largest = changeFirst(sums.largest, after.largest, codes, largestOrder);
  const unknown = changeFirst(sums.unknown, after.unknown, codes, codeOrder);
  const undated = changeFirst(sums.undated, after.undated, codes, openingOrder);
  if (largest === undefined || unknown === undefined || undated === undefined) return undefined;
  return {
    amounts: change(({ amounts }) => amounts, amountRule),
    days: change(({ days }) => days, dayRule),
    ramps: change(({ ramps }) => ramps, rampRule),
    largest,
    unknown,
    undated,
  };
}

/** Counts projects with and without an amount. */
export const countProjects = ({
  days,
}: Pick<MeasureSums, 'days'>): Pick<DayGroup, 'amountCount' | 'unknownCount'> => ({
  amountCount: days.reduce((sum, day) => sum + day.amountCount, 0),
  unknownCount: days.reduce((sum, day) => sum + day.unknownCount, 0),
});
