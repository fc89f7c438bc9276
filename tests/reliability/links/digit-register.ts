import { compact } from '#domain/values/compact.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import { isNamed, redactionProfiles, type RedactionProfile } from '#domain/redaction/profile.ts';
import { stages, type Stage } from '#domain/projects/stage.ts';

type Below = (below: number) => number;
export type Day = 'from' | 'to';
/**
 * A project with an amount that ends in a digit of its own: any sum of amounts shows which projects
 * are in it.
 */
export interface DigitProject {
  readonly code: string;
  /** Its stage on the first day; absent: it did not exist yet. */
  readonly from?: Stage;
  readonly to: Stage;
  readonly isOnHold: boolean;
  readonly industry?: string;
  readonly currency?: string;
  readonly investor?: string;
  /** The rest of its amount, in units above all digits. */
  readonly size: bigint;
  /** On the first day its digit was 2, and 1 on the second. */
  readonly revised: boolean;
}
export const days: Readonly<Record<Day, string>> = { from: '2021-02-28', to: '2021-03-31' };
const lowest = 3;
const most = 12;
/**
 * The value of one digit, in minor units, the same for money with two decimals and with none.
 */
const unit = (at: number): bigint => 10n ** BigInt(at + lowest);
const above = 10n ** 16n;
const sizes = [1n, 1n, 2n, 2n, 3n, 8n, 30n];

/** Few projects in few stages and industries, in one or two currencies. */
export function digitRegister(below: Below, round: number): readonly DigitProject[] {
  const [industries, stageCount, early] = [1 + below(4), 2 + below(5), below(2) === 0];
  return Array.from({ length: 5 + below(most - 4) }, (_, at) => {
    const rank = early ? below(stageCount) : stages.length - 1 - below(stageCount);
    const was = below(6);
    const from = stages[was > 4 ? below(rank + 1) : rank] ?? 'lead';
    const industry = ['eco', 'bio', 'ict', 'energy'][below(industries)] ?? 'eco';
    return {
      code: `R${round}-${at}`,
      to: stages[rank] ?? 'lead',
      isOnHold: below(8) === 0,
      ...compact({
        from: was === 0 ? undefined : from,
        industry: below(6) === 0 ? undefined : industry,
        investor: below(3) === 0 ? `Investor ${below(4)}` : undefined,
      }),
      size: sizes[below(sizes.length)] ?? 1n,
      ...compact({ currency: below(7) === 0 ? undefined : below(4) === 0 ? 'JPY' : 'CNY' }),
      revised: was > 0 && below(4) === 0,
    };
  });
}

/**
 * One of the presets, or with other rules for names or amounts, another smallest group, with
 * excluded projects or none.
 */
export function digitProfile(below: Below, projects: readonly DigitProject[]): RedactionProfile {
  const { totals, names, full } = redactionProfiles;
  const profiles = [
    totals,
    names,
    full,
    { ...full, names: 'shown' },
    { ...full, names: 'hidden' },
  ] as const;
  const leaves = below(2) === 0;
  return {
    ...(profiles[below(profiles.length)] ?? totals),
    smallest_group: [2, 3, 3, 4][below(4)] ?? 3,
    without: projects.filter(() => leaves && below(6) === 0).map(({ code }) => code),
  };
}

/** The amount of a project on a day, in minor units. */
export const amountOf = ({ size, revised }: DigitProject, at: number, day: Day): bigint =>
  size * above + unit(at) * (day === 'from' && revised ? 2n : 1n);

/** A project as it was known on a day. */
export function digitRecord(project: DigitProject, at: number, day: Day): ProjectRecord {
  const { code, from, to, isOnHold, industry, currency, investor } = project;
  const minor = String(amountOf(project, at, day));
  return {
    code,
    origin: 'own',
    facts: {
      name: code,
      ...compact({ industry, investor }),
      amounts: currency === undefined ? {} : { total_investment: { money: { minor, currency } } },
      milestones: [],
      data_status: 'reported',
    },
    stage_events: [
      ...(from === undefined ? [] : [{ stage: from, date: '2021-01-10' }]),
      ...(day === 'to' && from !== to ? [{ stage: to, date: '2021-03-10' }] : []),
    ],
    status_events: day === 'to' && isOnHold ? [{ status: 'on_hold', date: '2021-03-12' }] : [],
  };
}
/** A removed project: without amount and stage. */
export const emptyRecord = (code: string): ProjectRecord => ({
  code,
  origin: 'own',
  facts: { name: '', amounts: {}, milestones: [], data_status: 'reported' },
  stage_events: [],
  status_events: [],
});

/** The amount of one project on one day; on both where it was not revised. */
export interface Unknown {
  readonly at: number;
  readonly project: DigitProject;
  readonly day: Day;
  readonly hidden: boolean;
}
export const unknownsOf = (
  projects: readonly DigitProject[],
  currency: string,
  { without, ...profile }: RedactionProfile,
): readonly Unknown[] =>
  projects.flatMap((project, at) => {
    if (project.currency !== currency) return [];
    const isHidden = (stage: Stage | undefined): boolean =>
      without.includes(project.code) ||
      profile.amounts !== 'all' ||
      !isNamed({ ...profile, without }, stage);
    const on = (day: Day): Unknown => ({ at, project, day, hidden: isHidden(project[day]) });
    // one that was not revised may be shown on either day
    if (!project.revised)
      return [
        { ...on('to'), hidden: isHidden(project.to) && isHidden(project.from ?? project.to) },
      ];
    return [on('to'), on('from')];
  });

/**
 * The money in an answer: amounts, and figures in this currency, in minor units.
 */
export function moneyIn(answer: unknown, currency: string): readonly string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  const { minor, currency: its, value, unit: of } = answer as Readonly<Record<string, unknown>>;
  const inner = Object.values(answer).flatMap((part) => moneyIn(part, currency));
  if (its === currency && typeof minor === 'string') return [minor, ...inner];
  if (of !== currency || typeof value !== 'string') return inner;
  const [whole = '', part = ''] = value.split('.');
  return [whole + (currency === 'JPY' ? part : part.padEnd(2, '0')), ...inner];
}

/**
 * The members of a sum: one number for each unknown; undefined where it is no sum of these amounts.
 */
export function membersOf(
  minor: string,
  unknowns: readonly Unknown[],
): readonly bigint[] | undefined {
  const value = BigInt(minor);
  const total = (value < 0n ? -value : value) % above;
  const digit = (at: number): bigint => (total / unit(at)) % 10n;
  const rest = [...new Set(unknowns.map(({ at }) => at))].reduce(
    (left, at) => left - digit(at) * unit(at),
    total,
  );
  if (rest !== 0n) return undefined;
  const members = unknowns.map(({ at, day, project }) => {
    if (!project.revised) return value < 0n ? -digit(at) : digit(at);
    // a negative sum: the amounts of those that left, or the decrease of those that were revised
    if (value < 0n && day === 'to') return digit(at) & 1n;
    if (value < 0n) return digit(at) === 0n ? 0n : -1n;
    return day === 'to' ? digit(at) & 1n : digit(at) >> 1n;
  });
  const amount = unknowns.reduce(
    (sum, { at, day, project }, i) => sum + (members[i] ?? 0n) * amountOf(project, at, day),
    0n,
  );
  return amount === value ? members : undefined;
}
