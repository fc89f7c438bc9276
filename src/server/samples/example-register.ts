import { compact } from '#domain/values/compact.ts';
import type {
  Amount,
  Measure,
  Milestone,
  ProjectRecord,
  StageEvent,
  StatusEvent,
} from '#domain/projects/project.ts';
import { addDays } from '#domain/values/date.ts';
import { hasReached, stages, type Stage, type Status } from '#domain/projects/stage.ts';
import { between, numbers } from './example-numbers.ts';
import { exampleDay } from './example-zone.ts';

/** The number of projects that end in each stage and status. */
const ends: readonly (readonly [stage: Stage, status: Status, count: number])[] = [
  ['full_capacity', 'active', 5],
  ['operation', 'active', 7],
  ['construction', 'active', 6],
  ['registered', 'active', 4],
  ['signed', 'active', 4],
  ['negotiation', 'active', 5],
  ['lead', 'active', 3],
  ['negotiation', 'on_hold', 1],
  ['lead', 'withdrawn', 1],
  ['negotiation', 'lost', 1],
  ['lead', 'rejected', 1],
  ['signed', 'terminated', 1],
  ['operation', 'closed', 1],
];
/** The least and the most days from each stage to the next. */
const spans: readonly (readonly [number, number])[] = [
  [40, 95],
  [120, 280],
  [50, 120],
  [70, 200],
  [300, 480],
  [240, 400],
];
const industryIds = ['eco', 'material', 'energy', 'bio', 'ict', 'services'];
const zoneIds = [
  'production',
  'production',
  'research',
  'production',
  'business',
  'supportive',
  'life',
];
const prefectures = ['13', '27', '23', undefined, '40', '14', '28'];
const fenOfWan = 1_000_000n;
type Next = () => number;

/** Makes the events of all stages up to the last one. Their dates count back from it. */
function events(next: Next, last: Stage): StageEvent[] {
  const end = stages.indexOf(last);
  const late = end >= stages.indexOf('operation') ? 620 : 260;
  let date = addDays(exampleDay, -between(next, 12, late));
  const out: StageEvent[] = [];
  for (let i = end; i >= 0; i -= 1) {
    const stage = stages[i];
    if (stage) out.unshift({ stage, date });
    const [low, high] = spans[i - 1] ?? [0, 0];
    date = addDays(date, -between(next, low, high));
  }
  return out;
}

function milestones(next: Next, history: readonly StageEvent[], index: number): Milestone[] {
  const on = (stage: Stage) => history.find((e) => e.stage === stage)?.date;
  const signingDay = on('signed');
  if (signingDay === undefined) return [];
  const make = (type: Milestone['type'], actual: string | undefined, days: number): Milestone => {
    const baseline =
      actual === undefined ? addDays(signingDay, days) : addDays(actual, -between(next, -20, 90));
    const plan = actual ?? addDays(baseline, index % 4 === 0 ? 60 : 0);
    return { type, baseline, plan, ...compact({ actual }) };
  };
  return [
    make('start', on('construction'), 260),
    make('operation', on('operation'), 700),
    make('full_capacity', on('full_capacity'), 1100),
  ];
}

function amounts(next: Next, index: number, stage: Stage): Partial<Record<Measure, Amount>> {
  if (index % 17 === 9) return { total_investment: { missing: 'not_disclosed' } };
  const size = next();
  const wan = Math.max(10, Math.round((18 + 900 * size * size * size + 160 * size) / 5) * 5) * 100;
  // a few amounts are in yen, as in their contracts
  if (index % 13 === 6)
    return { total_investment: { money: { minor: String(wan * 160_000), currency: 'JPY' } } };
  const cny = (share: number): Amount => ({
    money: { minor: String(BigInt(Math.round(wan * share)) * fenOfWan), currency: 'CNY' },
  });
  const order = stages.indexOf(stage);
  const isRegistered = order >= stages.indexOf('registered');
  const doneShare = Math.max(0, order - stages.indexOf('signed')) / 4;
  return {
    total_investment: cny(1),
    ...compact({
      contracted_amount: order >= stages.indexOf('signed') ? cny(1) : undefined,
      paid_in: isRegistered ? cny(Math.min(0.95, doneShare * 0.9)) : undefined,
      fai_done_total: isRegistered ? cny(Math.min(1, doneShare * 0.98)) : undefined,
      output_plan: index % 3 === 0 ? undefined : cny(2.4),
    }),
  };
}

/** Makes about forty invented projects of the Example Zone, which are the same on every run. */
export function exampleRecords(): ProjectRecord[] {
  const next = numbers(4280);
  const kinds = ends.flatMap(([stage, status, count]) =>
    Array.from({ length: count }, () => ({ stage, status })),
  );
  return kinds.map(({ stage, status }, index): ProjectRecord => {
    const code = `E${String(index + 1).padStart(2, '0')}`;
    const history = events(next, stage);
    const last = history.at(-1)?.date ?? exampleDay;
    const wentBack: StageEvent[] =
      status === 'active' && stage === 'signed' && index % 4 === 0
        ? [{ stage: 'negotiation', date: addDays(last, 9) }]
        : [];
    const stopDay = addDays(last, Math.min(60, between(next, 5, 10)));
    const status_events: StatusEvent[] = status === 'active' ? [] : [{ status, date: stopDay }];
    const industry = industryIds[index % industryIds.length];
    const zone = zoneIds[index % zoneIds.length];
    const prefecture = prefectures[index % prefectures.length];
    const jobs = between(next, 30, 640);
    return {
      code,
      origin: 'example_zone',
      facts: {
        name: code,
        country: 'JPN',
        ...compact({ prefecture, industry, zone }),
        amounts: amounts(next, index, stage),
        jobs_plan: jobs,
        ...compact({
          jobs_actual: hasReached(stage, 'construction')
            ? Math.round(jobs * (stage === 'construction' ? 0.15 : 0.9))
            : undefined,
        }),
        milestones: milestones(next, history, index),
        last_update:
          status === 'active'
            ? addDays(
                exampleDay,
                index % 12 === 5 ? -between(next, 40, 120) : -between(next, 0, 28),
              )
            : stopDay,
        data_status: 'illustrative',
      },
      stage_events: [...history, ...wentBack],
      status_events,
    };
  });
}
