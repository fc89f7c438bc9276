import { readFileSync } from 'node:fs';
import type { ImportAnswers, ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { ImportCommit } from '#contract/imports/schemas.ts';
import { sampleData } from '#server/samples/qingdao.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import { applyPlan, type ApplyOptions } from '#server/imports/apply/apply-plan.ts';
import {
  noProjects,
  createPreview,
  type ImportPlan,
  type KnownProjects,
  type KnownRegister,
  type OpenPlan,
  type PlannedProject,
  type RunOptions,
} from '#server/imports/import-plan.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import type { Db } from '#server/db/db.ts';
import { firstDay } from '#server/db/schema/tables.ts';
import type { StatedProject } from '#server/projects/history/history-store.ts';
import { toStatements } from '#server/projects/history/statement-store.ts';

const { profile } = sampleData();
/** A store that shows the sample and has nothing of its own. */
export const freshStore: KnownRegister = {
  revision: 1,
  has_own: false,
  today: '2021-05-01',
  industries: profile.industries,
  function_zones: profile.function_zones,
  indicators: profile.indicators,
  projects: noProjects,
  observations: [],
};
/** A project as a store knows it, with events that a person entered. */
const statedOf = (record: ProjectRecord): StatedProject => ({
  statements: toStatements(record, undefined, firstDay).map((statement) => ({
    ...statement,
    revision: 1,
  })),
  timeline: [{ facts_from: firstDay, facts_revision: 1, facts: record.facts }],
  ...record,
});
/** Projects that are known, from a list. */
export function projectsOf(
  records: readonly ProjectRecord[],
): KnownProjects & { readonly list: readonly StatedProject[] } {
  const list = records.map(statedOf);
  const byCode = new Map(list.map((r) => [r.code, r]));
  return {
    list,
    codes: () => Promise.resolve([...byCode.keys()]),
    records: (codes) => Promise.resolve(codes.flatMap((code) => byCode.get(code) ?? [])),
    names: (codes) =>
      Promise.resolve(
        codes.flatMap((code) => {
          const facts = byCode.get(code)?.facts;
          return facts === undefined ? [] : [{ code, ...facts }];
        }),
      ),
  };
}
/** A plan with all that it would store, its preview in English. */
export interface WholePlan extends ImportPlan {
  readonly preview: ImportPreview;
  readonly planned: readonly PlannedProject[];
  readonly records: readonly ProjectRecord[];
}
const listOf = (register: KnownRegister): readonly StatedProject[] =>
  'list' in register.projects ? (register.projects.list as readonly StatedProject[]) : [];
/** A project once an edition of it is stored. */
const storedAs = (
  { record, statement }: PlannedProject,
  before: StatedProject | undefined,
  revision: number,
): StatedProject => ({
  ...record,
  statements: [...(before?.statements ?? []), { ...statement, revision }],
  timeline: [
    ...(before?.timeline ?? []).filter(({ facts_from }) => facts_from < statement.day),
    { facts_from: statement.day, facts_revision: revision, facts: record.facts },
    ...(before?.timeline ?? []).filter(({ facts_from }) => facts_from > statement.day),
  ],
});
/** The store after a plan was applied, as far as the importer sees it. */
export const storeAfter = (
  plan: WholePlan,
  register: KnownRegister = freshStore,
): KnownRegister => {
  const records = new Map(listOf(register).map((r) => [r.code, r]));
  for (const planned of plan.planned)
    records.set(
      planned.record.code,
      storedAs(planned, records.get(planned.record.code), register.revision + 1),
    );
  const observations = new Map(
    [...register.observations, ...plan.observations].map((o) => [`${o.indicator} ${o.period}`, o]),
  );
  return {
    ...register,
    revision: register.revision + 1,
    has_own: true,
    projects: projectsOf([...records.values()]),
    indicators: [...register.indicators, ...plan.indicators],
    observations: [...observations.values()],
  };
};
/** Takes all that a plan would store, and closes it. */
export async function wholePlan(openPlan: OpenPlan): Promise<WholePlan> {
  const planned: PlannedProject[] = [];
  for await (const piece of openPlan.pieces()) planned.push(...piece);
  openPlan.close();
  return {
    ...openPlan.plan,
    preview: createPreview(openPlan.plan, 'en'),
    planned,
    records: planned.map((p) => p.record),
  };
}
const importer = createImporter(inProcess);
export const planOf = async (
  bytes: Uint8Array | string,
  file = 'register.csv',
  answers: ImportAnswers = {},
  register: KnownRegister = freshStore,
  options: RunOptions = {},
): Promise<WholePlan> =>
  wholePlan(
    await importer.plan(
      typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
      file,
      answers,
      register,
      options,
    ),
  );
/** Stores a plan. */
export function apply(db: Db, plan: WholePlan, options?: ApplyOptions): Promise<ImportCommit> {
  const pieces = async function* () {
    yield plan.planned;
  };
  return applyPlan(db, { plan, pieces }, options);
}
export const bytesOf = (path: string | URL): Uint8Array => new Uint8Array(readFileSync(path));
/** Sum of a measure in one currency, in minor units. */
export const sumOf = (plan: WholePlan, measure = 'total_investment'): string | undefined =>
  plan.preview.sums.find((s) => s.measure === measure)?.minor;
export const questionIds = (plan: WholePlan): string[] => plan.preview.questions.map((q) => q.id);

export const minorsOf = (plan: WholePlan): (string | undefined)[] =>
  plan.records.map((r) => r.facts.amounts.total_investment?.money?.minor);
export const csvOf = (rows: readonly string[][]): string =>
  rows
    .map((r) => r.map((c) => (/[",\n\r]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(','))
    .join('\n');

/** The standing of each project: its stage, or the status that holds or ended it. */
export const standingOf = (plan: WholePlan): (string | undefined)[] =>
  plan.records.map((r) => {
    const status = r.status_events.at(-1)?.status;
    return status === undefined || status === 'active' ? r.stage_events.at(-1)?.stage : status;
  });
/** The totals that a file prints, and whether the rows agree. */
export const totalsOf = (plan: WholePlan) =>
  plan.preview.printed_totals.map((t) => [t.printed, t.agrees]);
