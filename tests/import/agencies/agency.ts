import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { scaleByTen } from '#domain/values/decimal.ts';
import { minorDigits } from '#domain/values/money.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import { compact } from '#domain/values/compact.ts';
import { freshStore, planOf, standingOf, type WholePlan } from '../import-context.ts';

/** The truth about one project of a register. */
export interface TrueProject {
  readonly name: string;
  readonly code?: string;
  /** Planned investment in major units after its currency: `ETB 1250000`. */
  readonly amount?: string;
  /** Its stage, or the status that holds or ended it; omitted where a person would have to ask. */
  readonly stage?: string;
  readonly jobs?: number;
  /** Land in 亩, or floor in m². */
  readonly land?: number;
  /** Its days by milestone or stage, in order: `start plan 2027-12-31`, `signed 2024-01-03`. */
  readonly days: readonly string[];
}
/** A register as an agency gives it, and the truth about each of its projects. */
export interface AgencyRegister {
  readonly file: string | Uint8Array;
  readonly fileName?: string;
  readonly projects: readonly TrueProject[];
}

/** Makes a generator of numbers from 0 to `below` − 1 that gives the same ones in each run. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
/** Chooses one value of a list. */
export const choose = <T>(list: readonly T[], random: (below: number) => number): T =>
  list[random(list.length)] as T;
/** Makes `count` values of their index. */
export const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
export const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');
/** Writes an ISO day. */
export const isoDay = (year: number, month: number, day: number): string =>
  `${year}-${pad(month)}-${pad(day)}`;
/** Writes the last day of a month. */
export const monthEnd = (year: number, month: number): string =>
  isoDay(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());
/** Writes a whole number with a sign between its groups of three digits. */
export const group = (value: number | bigint, sign: string): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, sign);

/** Imports a register into an empty store and accepts every proposal of a stage. */
export async function readAgency(
  { file, fileName = 'register.csv' }: AgencyRegister,
  answers: ImportAnswers = {},
): Promise<WholePlan> {
  const store = { ...freshStore, today: '2026-11-29', is_empty: true };
  const first = await planOf(file, fileName, answers, store);
  const words = first.preview.questions.find(({ id }) => id === 'stage_words')?.items ?? [];
  const meanings = words.flatMap(({ key, proposal }) =>
    proposal === undefined ? [] : [[key, proposal] as const],
  );
  const ownWords = typeof answers.stage_words === 'object' ? answers.stage_words : {};
  const stage_words = { ...Object.fromEntries(meanings), ...ownWords };
  return planOf(file, fileName, { ...answers, stage_words }, store);
}

/** Lists the days of a project; those of the edition itself say nothing about it. */
const daysOf = ({ facts, stage_events }: ProjectRecord, edition?: string): string[] =>
  [
    ...facts.milestones.flatMap(({ type, baseline, plan, actual }) =>
      Object.entries({ baseline, plan, actual }).flatMap(([kind, day]) =>
        day === undefined ? [] : [`${type} ${kind} ${day}`],
      ),
    ),
    ...stage_events.flatMap(({ stage, date }) =>
      date === undefined || date === edition || !/^(?:signed|registered)$/.test(stage)
        ? []
        : [`${stage} ${date}`],
    ),
  ].sort();

/** Lists what an import read, in the terms of the truth. */
export function listProjects(plan: WholePlan, truth: readonly TrueProject[]): TrueProject[] {
  const standings = standingOf(plan);
  const [first] = truth;
  return plan.records.map((record, at) => {
    const { facts } = record;
    const money = facts.amounts.total_investment?.money;
    const stage = standings[at] === 'unknown' ? undefined : standings[at];
    const jobs = facts.jobs_plan ?? facts.jobs_actual;
    const land = facts.land_mu ?? facts.floor_area_m2;
    return {
      name: facts.name,
      ...(first?.code === undefined ? {} : { code: record.code }),
      ...(money === undefined
        ? {}
        : { amount: `${money.currency} ${scaleByTen(money.minor, -minorDigits(money.currency))}` }),
      ...compact({ stage, jobs, land }),
      days: daysOf(record, plan.preview.as_of),
    };
  });
}
/** Lists the questions that stop an import. */
export const openQuestions = ({ preview }: WholePlan): string[] =>
  preview.questions.flatMap(({ id, default: proposal }) => (proposal === undefined ? [id] : []));
/** Whether a project in a stage or with a status has signed. */
export const hasSigned = (stage: string | undefined): boolean =>
  stage !== undefined && !/^(?:lead|negotiation|on_hold)$/.test(stage);
/** Lists the planned day of operation, and the day on which a project signed. */
export const listDays = (
  stage: string | undefined,
  operation: string,
  signing: string,
): string[] => [`operation plan ${operation}`, ...(hasSigned(stage) ? [`signed ${signing}`] : [])];
/** Counts the doubts of an import by their kind. */
export const countDoubts = ({ preview }: WholePlan): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { kind, count } of preview.doubts) counts[kind] = (counts[kind] ?? 0) + count;
  return counts;
};
