import type { ChartContext } from '#charts/kit/definition.ts';
import { type ChartTable, makeIds } from '#charts/kit/table.ts';
import { type ProjectTimeline, quarterParts } from '#domain/analysis/project-timeline.ts';
import { knowsDelay, type TimelineProject } from '#domain/analysis/timeline-project.ts';
import { milestoneTerms, projectName, stageWord } from '#domain/labels/index.ts';
import { gateName } from '#domain/labels/projects/gate.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { type MilestoneType, milestoneTypes } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { timelineLabels } from './labels/index.ts';
import { orderProjects } from './series.ts';
import { daysBehind, verdictText } from './words.ts';

const dates = ['original', 'plan', 'actual'] as const;

/** The milestones that any of the projects has. */
const listTypes = (rows: readonly TimelineProject[]): readonly MilestoneType[] =>
  milestoneTypes.filter((type) =>
    rows.some((row) => row.milestones.some((one) => one.type === type)),
  );

function projectRow(
  project: TimelineProject,
  types: readonly MilestoneType[],
  overview: Overview,
  language: Language,
): readonly (string | null)[] {
  const { code, stage, milestones, verdict, gates } = project;
  const find = (type: MilestoneType, date: (typeof dates)[number]): IsoDate | null =>
    milestones.find((one) => one.type === type)?.[date] ?? null;
  const deadlines = gates.map(
    (gate) => `${gateName(gate, language)} ${formatDate(gate.due, language, 'short')}`,
  );
  return [
    code,
    projectName(project, language),
    stageWord(overview.zone.stage_words, stage, language),
    ...types.flatMap((type) => dates.map((date) => find(type, date))),
    verdictText(verdict, language),
    knowsDelay(verdict) ? String(daysBehind(verdict)) : null,
    deadlines.length === 0 ? null : deadlines.join('; '),
  ];
}

function projectTable(
  rows: readonly TimelineProject[],
  overview: Overview,
  language: Language,
): ChartTable {
  const { columns: heads } = timelineLabels[language];
  const types = listTypes(rows);
  const text = (id: string, label: string) => ({ id, label, kind: 'text' }) as const;
  return {
    columns: [
      text('code', heads.code),
      text('name', heads.name),
      text('stage', heads.stage),
      ...types.flatMap((type) =>
        dates.map((date) => ({
          id: `${type}_${date}`,
          label: heads[date](milestoneTerms[type][language]),
          kind: 'date' as const,
        })),
      ),
      { ...text('against_original', heads.verdict), measure: 'project_behind' },
      { id: 'days_behind', label: heads.days, kind: 'number', measure: 'project_behind' },
      { ...text('gates', heads.gates), is_rule: true },
    ],
    rows: rows.map((row) => projectRow(row, types, overview, language)),
    row_of: rows.map(({ code }) => ({ code })),
    ids: {
      stage: [makeIds('stage', rows, ({ stage }) => stage)],
      against_original: [
        makeIds('against_original', rows, ({ verdict }) => verdict.kind),
        makeIds('verdict_milestone', rows, ({ verdict }) =>
          'type' in verdict ? verdict.type : undefined,
        ),
      ],
      gates: [
        makeIds('gates', rows, ({ gates }) =>
          gates.length === 0 ? undefined : gates.map(({ id, due }) => `${id} ${due}`).join('; '),
        ),
      ],
    },
  };
}

function quarterTable({ quarters }: ProjectTimeline, by: string, language: Language): ChartTable {
  const { columns: heads, parts } = timelineLabels[language];
  return {
    columns: [
      { id: 'quarter', label: heads.quarter, kind: 'text' },
      ...quarterParts.map((part) => ({
        ...({
          id: part,
          label: parts[part],
          kind: 'number',
          measure: 'quarter_milestones',
        } as const),
        of: { part },
      })),
    ],
    row_of: quarters.map(({ quarter }) => ({ by, quarter })),
    rows: quarters.map((one) => [one.quarter, ...quarterParts.map((part) => String(one[part]))]),
  };
}

/** A row for each project, or for each quarter of a large register. */
export function timelineTable(overview: Overview, { language, options }: ChartContext): ChartTable {
  const { timeline } = overview;
  if (timeline === undefined) return { columns: [], rows: [] };
  return timeline.rows === undefined
    ? quarterTable(timeline, options.by ?? 'established', language)
    : projectTable(orderProjects(timeline), overview, language);
}
