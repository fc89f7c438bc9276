import { compact } from '#domain/values/compact.ts';
import { addDays, type Day, daysBetween } from '../figures/days.ts';
import { type Random, randomOf } from './random.ts';
import {
  type Edition,
  type Money,
  type Row,
  type Stage,
  stageOrder,
  type Status,
} from '../figures/register.ts';

const firstDay = '2020-01-06';
const industries = ['eco', 'material', 'energy', 'bio', 'ict', 'services'];
const currencies = ['CNY', 'JPY', 'USD'];
const endedBefore = ['withdrawn', 'lost', 'rejected'] as const;

interface Change<T> {
  readonly day: Day;
  readonly is: T;
}
/** The real history of a project; editions report parts of it. */
interface Life {
  readonly code: string;
  readonly industry: string;
  readonly stages: readonly Change<Stage>[];
  readonly statuses: readonly Change<Status>[];
  readonly amounts: readonly Change<Money | null>[];
  /** From this day on no edition lists it. */
  readonly leaves?: Day;
  /** Stages of which the register never notes a date. */
  readonly undated: ReadonlySet<Stage>;
}
export interface RandomRegister {
  readonly seed: number;
  /** In the order of their days. */
  readonly editions: readonly Edition[];
  /** In the order in which they are to be imported. */
  readonly imports: readonly Edition[];
}

/** Days of five editions over three years. */
function editionDays(random: Random): Day[] {
  let day = addDays(firstDay, random.integer(300, 420));
  return Array.from({ length: 5 }, () => {
    const now = day;
    day = addDays(day, random.integer(90, 260));
    return now;
  });
}

function stagesOf(random: Random, last: Day): Change<Stage>[] {
  let day = addDays(firstDay, random.integer(0, daysBetween(firstDay, last) - 1));
  let at = random.chance(0.8) ? 0 : random.integer(1, 2);
  const stages: Change<Stage>[] = [];
  const goal = random.integer(0, 6);
  while (day <= last) {
    stages.push({ day, is: stageOrder[at] ?? 'lead' });
    if (at >= goal) break;
    at += at > 0 && random.chance(0.08) ? -1 : random.chance(0.06) && at < 5 ? 2 : 1;
    day = addDays(day, random.integer(20, 260));
  }
  return stages;
}

function statusesOf(random: Random, stages: readonly Change<Stage>[]): Change<Status>[] {
  const from = stages[0]?.day ?? firstDay;
  if (random.chance(0.75)) return [];
  const day = addDays(from, random.integer(15, 500));
  const stageThen = stages.findLast((stage) => stage.day <= day)?.is ?? 'lead';
  const end: Status =
    stageThen === 'operation' || stageThen === 'full_capacity'
      ? 'closed'
      : stageOrder.indexOf(stageThen) >= 2
        ? 'terminated'
        : random.pick(endedBefore);
  if (random.chance(0.4)) return [{ day, is: end }];
  const pause: Change<Status> = { day, is: 'on_hold' };
  const resumption: Change<Status> = { day: addDays(day, random.integer(10, 300)), is: 'active' };
  return random.chance(0.65) ? [pause, resumption] : [pause];
}

function moneyOf(random: Random): Money | null {
  if (random.chance(0.15)) return null;
  const currency = random.pick(currencies);
  const whole = BigInt(random.integer(1, 9_000)) * 10n ** BigInt(random.integer(3, 7));
  return {
    minor: currency === 'JPY' ? whole : whole * 100n + BigInt(random.integer(0, 99)),
    currency,
  };
}
function amountsOf(random: Random, from: Day): Change<Money | null>[] {
  const first = moneyOf(random);
  const changeDay = addDays(from, random.integer(60, 700));
  if (!random.chance(0.3)) return [{ day: from, is: first }];
  const second = random.chance(0.25)
    ? null
    : first === null
      ? moneyOf(random)
      : { ...first, minor: first.minor + 1_000n };
  return [
    { day: from, is: first },
    { day: changeDay, is: second },
  ];
}

function lifeOf(random: Random, index: number, last: Day, leaveShare: number): Life {
  const stages = stagesOf(random, last);
  const from = stages[0]?.day ?? firstDay;
  return {
    code: `P${String(index + 1).padStart(3, '0')}`,
    industry: random.pick(industries),
    stages,
    statuses: statusesOf(random, stages),
    amounts: amountsOf(random, from),
    ...compact({
      leaves: random.chance(leaveShare) ? addDays(from, random.integer(200, 900)) : undefined,
    }),
    undated: new Set(stageOrder.filter(() => random.chance(0.12))),
  };
}

const upTo = <T>(changes: readonly Change<T>[], day: Day): Change<T> | undefined =>
  changes.findLast((change) => change.day <= day);
/**
 * The row of a project in the edition of `day`: present state, and the last entry of each stage up
 * to the present one.
 */
function rowOf(life: Life, day: Day): Row | undefined {
  const stage = upTo(life.stages, day);
  if (stage === undefined || (life.leaves !== undefined && life.leaves <= day)) return undefined;
  const status = upTo(life.statuses, day);
  const entries = life.stages.filter(
    (entry) => entry.day <= day && stageOrder.indexOf(entry.is) <= stageOrder.indexOf(stage.is),
  );
  const dates = entries.flatMap((entry) =>
    life.undated.has(entry.is) ? [] : [[entry.is, entry.day] as const],
  );
  return {
    code: life.code,
    industry: life.industry,
    stage: stage.is,
    stageDates: Object.fromEntries(dates),
    status: status?.is ?? 'active',
    ...compact({ statusDate: life.undated.has('registered') ? undefined : status?.day }),
    money: upTo(life.amounts, day)?.is ?? null,
  };
}

/** The days on which rows report dates: some are a month late. */
const findUpdateDay = (random: Random, day: Day): Day =>
  random.chance(0.06) ? addDays(day, -random.integer(10, 45)) : day;

/** What the files of a register are, by its seed: mostly whole lists. */
const scopes: readonly Edition['scope'][] = ['drops_completed', 'whole', 'whole', 'whole', 'part'];

/** A register of `projects` projects in five editions of one shape. */
export function randomRegister(
  seed: number,
  { projects = 200, leaveShare = 0.15 } = {},
): RandomRegister {
  const scope = scopes[seed % scopes.length] ?? 'whole';
  const random = randomOf(seed);
  const days = editionDays(random);
  const last = days.at(-1) ?? firstDay;
  const lives = Array.from({ length: projects }, (_, i) => lifeOf(random, i, last, leaveShare));
  const editions = days.map(
    (day): Edition => ({
      day,
      scope,
      rows: lives.flatMap((life) => rowOf(life, findUpdateDay(random, day)) ?? []),
    }),
  );
  return { seed, editions, imports: random.shuffle(editions) };
}
