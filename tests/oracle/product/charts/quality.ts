import { factsOn, type FactList } from '../../figures/charts/facts.ts';
import {
  agesOf,
  oldestOf,
  qualityOf,
  type Recorded,
  rules,
  withValue,
} from '../../figures/charts/quality.ts';
import type { Day } from '../../figures/days.ts';
import { statesOn } from '../../figures/register.ts';
import type { Comparison } from '../comparison.ts';
import type { RegisterUnderTest } from '../register.ts';

interface WireAges {
  readonly fresh: number;
  readonly ageing: number;
  readonly old: number;
  readonly unknown: number;
}
interface WireValues {
  readonly applicable: number;
  readonly filled: number;
  readonly missing: number;
  readonly not_disclosed: number;
  readonly ages: WireAges;
  readonly oldest_days?: number;
}
interface WireQuality {
  readonly projects?: number | 'unknown';
  readonly ages?: WireAges;
  readonly oldest_days?: number;
  readonly fields?: readonly (WireValues & { readonly field: string })[];
  readonly owners?: readonly (WireValues & {
    readonly owner?: string;
    readonly projects: number;
  })[];
}
const agesText = (ages: WireAges | undefined): string | undefined =>
  ages && [ages.fresh, ages.ageing, ages.old, ages.unknown].join(' ');

/** How complete and how fresh a register is, by field and by owner. */
export async function compareQuality(
  to: Comparison,
  { get, histories, firstDay }: RegisterUnderTest,
  lists: readonly FactList[],
  day: Day,
): Promise<void> {
  const wire = await get<WireQuality>(`/api/v1/analysis/completeness?as_of=${day}`);
  if (day < firstDay) {
    to.same(day, 'quality before the first known day', 'unknown', wire.projects);
    return;
  }
  const facts = factsOn(lists, day);
  const projects = statesOn(histories, day)
    .filter(({ status }) => status === 'active')
    .flatMap(({ code, stage }): Recorded[] => {
      const own = facts.get(code);
      return own === undefined ? [] : [{ stage, facts: own }];
    });
  to.same(day, 'quality, projects', projects.length, wire.projects);
  to.same(day, 'quality, ages', agesOf(projects, day).join(' '), agesText(wire.ages));
  to.same(day, 'quality, oldest', oldestOf(projects, day), wire.oldest_days);
  const fields = new Set([...Object.keys(rules), ...(wire.fields ?? []).map(({ field }) => field)]);
  for (const field of fields) {
    const rule = rules[field];
    const row = wire.fields?.find((one) => one.field === field);
    const own = rule === undefined ? undefined : qualityOf(projects, [rule]);
    const name = `quality of ${field}`;
    to.same(day, `${name}, applicable`, own?.applicable, row?.applicable ?? 0);
    to.same(day, `${name}, filled`, own?.filled, row?.filled ?? 0);
    to.same(day, `${name}, not disclosed`, own?.withheld, row?.not_disclosed ?? 0);
    if (rule === undefined || row === undefined) continue;
    const filled = withValue(projects, rule);
    to.same(day, `${name}, missing`, row.applicable - row.filled, row.missing);
    to.same(day, `${name}, ages`, agesOf(filled, day).join(' '), agesText(row.ages));
    to.same(day, `${name}, oldest`, oldestOf(filled, day), row.oldest_days);
  }
  compareOwners(to, day, projects, wire.owners ?? []);
  const shares = (wire.fields ?? []).map(({ filled, applicable }) => filled / applicable);
  to.same(day, 'quality, worst first', shares.toSorted((a, b) => a - b).join(), shares.join());
}

function compareOwners(
  to: Comparison,
  day: Day,
  projects: readonly Recorded[],
  rows: NonNullable<WireQuality['owners']>,
): void {
  const owners = Map.groupBy(projects, ({ facts }) => facts.owner ?? '');
  for (const owner of new Set([...owners.keys(), ...rows.map((row) => row.owner ?? '')])) {
    const own = owners.get(owner) ?? [];
    const row = rows.find((one) => (one.owner ?? '') === owner);
    const { applicable, filled, withheld } = qualityOf(own, Object.values(rules));
    const name = `quality of owner ${owner}`;
    to.same(day, `${name}, projects`, own.length, row?.projects);
    to.same(day, `${name}, applicable`, applicable, row?.applicable);
    to.same(day, `${name}, filled`, filled, row?.filled);
    to.same(day, `${name}, not disclosed`, withheld, row?.not_disclosed);
    to.same(day, `${name}, ages`, agesOf(own, day).join(' '), agesText(row?.ages));
    to.same(day, `${name}, oldest`, oldestOf(own, day), row?.oldest_days);
  }
}
