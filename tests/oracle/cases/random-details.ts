import { compact } from '#domain/values/compact.ts';
import type { Amount, FactList, Facts, Milestone } from '../figures/charts/facts.ts';
import { addDays, type Day, daysBetween } from '../figures/days.ts';
import { type History, type Stage, stageOrder, type Status } from '../figures/register.ts';
import { type Random, randomOf } from './random.ts';

/** A project of a register with facts of every kind, as its first and its second list state them. */
export interface DetailedProject {
  readonly code: string;
  readonly stage: Stage;
  readonly status: Status;
  readonly stageDates: Readonly<Partial<Record<Stage, Day>>>;
  readonly lists: readonly [Facts, Facts];
}
export interface DetailedRegister {
  readonly days: readonly [Day, Day];
  readonly projects: readonly DetailedProject[];
}
const owners = ['Sato', 'Li Wei', 'Okafor'];
const rank = (stage: Stage): number => stageOrder.indexOf(stage);

function amountOf(random: Random, currency: string): Amount {
  if (random.chance(0.2)) return random.chance(0.5) ? { missing: 'not_disclosed' } : {};
  const own = random.chance(0.08) ? random.pick(['CNY', 'JPY', 'USD']) : currency;
  const whole = BigInt(random.integer(1, 900)) * 10n ** BigInt(random.integer(4, 6));
  return { money: { minor: String(own === 'JPY' ? whole : whole * 100n), currency: own } };
}
/** The same amounts, of which some have changed. */
function amountsOf(random: Random, before: Facts['amounts'], currency: string): Facts['amounts'] {
  const names = ['total_investment', 'contracted_amount', 'paid_in', 'fai_done_total'];
  const more = ['output_plan', 'output_actual'];
  return Object.fromEntries(
    [...names, ...more].map((name) => {
      const old = before[name];
      return [name, old === undefined || random.chance(0.3) ? amountOf(random, currency) : old];
    }),
  );
}

function milestonesOf(
  random: Random,
  dates: DetailedProject['stageDates'],
  before: readonly Milestone[],
  day: Day,
): readonly Milestone[] {
  const types = [
    ['start', 'construction'],
    ['completion', undefined],
    ['operation', 'operation'],
    ['full_capacity', 'full_capacity'],
  ] as const;
  return types.flatMap(([type, stage], i): Milestone[] => {
    const old = before.find((one) => one.type === type);
    const actual = stage === undefined ? old?.actual : dates[stage];
    const centre = addDays(actual ?? day, random.integer(-120, 200) + i * 90);
    const baseline = before.length > 0 ? old?.baseline : random.chance(0.4) ? centre : undefined;
    const isPlanned = old?.plan !== undefined || random.chance(0.5);
    const plan = !isPlanned
      ? undefined
      : old?.plan === undefined
        ? addDays(centre, random.integer(-20, 60))
        : random.chance(0.5)
          ? addDays(old.plan, random.integer(-30, 150))
          : old.plan;
    const threeDates = compact({ baseline, plan, actual });
    return Object.keys(threeDates).length === 0 ? [] : [{ type, ...threeDates }];
  });
}

function factsOf(
  random: Random,
  dates: DetailedProject['stageDates'],
  day: Day,
  before?: Facts,
): Facts {
  const currency = random.pick(['CNY', 'JPY', 'USD']);
  const some = <T>(value: T, share = 0.7): T | undefined =>
    random.chance(share) ? value : undefined;
  const steady = before ?? {
    ...compact({
      industry: random.pick(['eco', 'bio', 'ict']),
      owner: some(random.pick(owners), 0.85),
      source_channel: some('Trade fair'),
      investor: some(`Investor ${random.integer(1, 40)}`),
      country: some('JPN'),
      prefecture: some('14', 0.5),
      site_mode: some(random.pick(['land', 'lease', 'office'])),
    }),
    amounts: {},
    milestones: [],
  };
  return {
    ...steady,
    ...compact({
      next_step: some('Visit the site'),
      land_mu: some(random.integer(1, 400)),
      foreign_percent: some(random.integer(1, 100)),
      jobs_plan: some(random.integer(1, 900)),
      jobs_actual: some(random.integer(1, 900)),
      last_update: some(addDays(day, -random.integer(0, 150)), 0.9),
    }),
    amounts: amountsOf(random, steady.amounts, currency),
    milestones: milestonesOf(random, dates, steady.milestones, day),
  };
}

function projectOf(
  random: Random,
  index: number,
  [first, second]: readonly [Day, Day],
): DetailedProject {
  const goal = random.integer(0, 6);
  const stages = stageOrder.slice(0, goal + 1);
  const begin = addDays(first, -random.integer(50 + 60 * goal, 400 + 160 * goal));
  const step = Math.max(1, Math.floor((daysBetween(begin, first) - 10) / stages.length));
  const dates = Object.fromEntries(
    stages.flatMap((stage, i) => (random.chance(0.88) ? [[stage, addDays(begin, i * step)]] : [])),
  );
  const facts = factsOf(random, dates, first);
  const status: Status =
    random.chance(0.85) || rank(stageOrder[goal] ?? 'lead') > 4
      ? 'active'
      : random.pick(['on_hold', goal < 2 ? 'withdrawn' : 'terminated']);
  return {
    code: `D${String(index + 1).padStart(3, '0')}`,
    stage: stageOrder[goal] ?? 'lead',
    status,
    stageDates: dates,
    lists: [facts, factsOf(random, dates, second, facts)],
  };
}

/** A register of two lists: amounts, plans and updates change, stages do not. */
export function randomDetails(seed: number, count = 120): DetailedRegister {
  const random = randomOf(seed);
  const first = addDays('2022-03-01', random.integer(0, 200));
  const days = [first, addDays(first, random.integer(60, 200))] as const;
  return { days, projects: Array.from({ length: count }, (_, i) => projectOf(random, i, days)) };
}

/** A blank of the second list does not contradict that the first did not disclose an amount. */
const laterAmounts = ([first, second]: DetailedProject['lists']): Facts['amounts'] =>
  Object.fromEntries(
    Object.entries(second.amounts).map(([name, amount]) => {
      const isBlank = amount?.money === undefined && amount?.missing === undefined;
      const before = first.amounts[name];
      return [name, isBlank && before?.missing !== undefined ? before : amount];
    }),
  );
/** The facts of both lists, from the day of each. */
export const factLists = ({ days, projects }: DetailedRegister): readonly FactList[] => [
  { day: days[0], facts: new Map(projects.map(({ code, lists }) => [code, lists[0]])) },
  {
    day: days[1],
    facts: new Map(
      projects.map(({ code, lists }) => [code, { ...lists[1], amounts: laterAmounts(lists) }]),
    ),
  },
];

/** The history of a project from the first list on, which it has before any later day. */
export function historyOf({ code, stage, status, stageDates }: DetailedProject, day: Day): History {
  const since = stageDates[stage];
  const before = stageOrder
    .slice(0, rank(stage) + 1)
    .flatMap((one) => (stageDates[one] === undefined ? [] : [[one, stageDates[one]] as const]));
  const stages = before.map(([is, date]) => ({ day: date, is, since: date }));
  return {
    code,
    industry: '',
    stages: since === undefined ? [...stages, { day, is: stage, since: undefined }] : stages,
    statuses: status === 'active' ? [] : [{ day, is: status, since: undefined }],
    amounts: [],
  };
}
