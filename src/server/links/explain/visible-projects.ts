import type { SharedPayload } from '#contract/links/schemas.ts';
import type {
  ExplainedProject,
  ExplainedRows,
  DayExplanation,
} from '#domain/measures/explanation.ts';
import type { ProjectsInput } from '#domain/measures/explanation.ts';
import { pickNamed, type NamedProject } from '#domain/projects/project.ts';
import type { StageOrUnknown, Status } from '#domain/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import type { MissingReason } from '#domain/values/data-status.ts';
import { fromWire, toMajor, type WireMoney } from '#domain/values/money.ts';
import { cutRows } from '#server/measures/service.ts';

/** A project that the page of a link names, with its visible amount. */
export interface VisibleProject extends NamedProject {
  readonly stage: StageOrUnknown;
  readonly status: Status;
  readonly money?: WireMoney;
  readonly missing?: MissingReason;
}

/** Lists the projects that the page of a link names, each with its visible amount. */
export function listVisibleProjects({
  overview,
  projects,
}: SharedPayload): readonly VisibleProject[] {
  const active = 'active' as const;
  const ofStages = (overview.strip?.groups ?? []).flatMap(({ rows }) =>
    rows.flatMap(({ stage, dots }) =>
      dots.map((dot) => ({
        ...pickNamed(dot),
        stage,
        status: active,
        ...compact({ money: dot.money, missing: dot.missing }),
      })),
    ),
  );
  const establishedProjects = (overview.established ?? []).map((row) => ({
    ...pickNamed(row),
    stage: row.stage,
    status: active,
    ...compact({ money: row.money, missing: row.missing }),
  }));
  const all = [...(projects?.items ?? []), ...ofStages, ...establishedProjects];
  return [...new Map(all.toReversed().map((one) => [one.code, one])).values()].toReversed();
}

/**
 * Counts the active projects in these stages, as the page shows them.
 * @returns undefined if the page shows no counts
 */
function countVisible(
  { overview, projects }: SharedPayload,
  { stages, statuses }: ProjectsInput,
): number | undefined {
  const rows = projects?.stages ?? overview.strip?.groups.flatMap((group) => group.rows) ?? [];
  const isOfPage = projects !== undefined || statuses.join() === 'active';
  if (!isOfPage || rows.length === 0) return undefined;
  return rows.reduce(
    (sum, { stage, count }) => sum + (stages?.includes(stage) === false ? 0 : count),
    0,
  );
}

/** States what a project adds to a sum of planned investment; it adds 1 to a number of projects. */
const addsOf = (
  { money, missing }: VisibleProject,
  adds: ProjectsInput['adds'],
): Partial<ExplainedProject> => {
  if (adds !== 'total_investment') return {};
  if (money !== undefined)
    return { adds: { value: toMajor(fromWire(money)), unit: money.currency } };
  return missing === undefined ? { is_withheld: true } : { missing };
};

/** Lists the projects behind a figure that the page of a link names, with the number of all. */
function listNamed(payload: SharedPayload, input: ProjectsInput) {
  const total = countVisible(payload, input);
  if (total === undefined || input.day !== undefined) return undefined;
  const { stages, statuses, adds } = input;
  const items = listVisibleProjects(payload)
    .filter(
      ({ stage, status }) =>
        stages?.includes(stage) !== false &&
        (payload.projects !== undefined || statuses.includes(status)),
    )
    .map(
      (one): ExplainedProject => ({
        ...pickNamed(one),
        stage: one.stage,
        status: one.status,
        ...addsOf(one, adds),
      }),
    );
  return { total, items };
}

/**
 * Lists the rows behind a figure that the page of a link shows. All others are withheld.
 * @throws HttpProblem for a cursor of another list
 */
export function listVisibleRows(
  payload: SharedPayload,
  { rows }: DayExplanation,
  page: { readonly limit?: string; readonly cursor?: string },
): ExplainedRows {
  if (rows.kind === 'none') return rows;
  if (rows.kind === 'values')
    return rows.items.length === 0 ? { kind: 'withheld' } : { ...rows, total: rows.items.length };
  const namedProjects =
    rows.kind === 'find' ? listNamed(payload, rows) : rows.kind === 'projects' ? rows : undefined;
  if (namedProjects === undefined || (namedProjects.items.length === 0 && namedProjects.total > 0))
    return { kind: 'withheld' };
  return cutRows(namedProjects, page);
}
