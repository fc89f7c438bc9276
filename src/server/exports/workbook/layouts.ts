import { projectLight } from '#domain/projects/light.ts';
import { longestOverdue } from '#domain/projects/milestones.ts';
import type { Project } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { type Language, languages } from '#domain/values/language.ts';
import { declaredStatusTerms } from '#domain/labels/general/declared-status-terms.ts';
import { hasReached } from '#domain/projects/stage.ts';
import { measureTerms } from '#domain/labels/index.ts';
import { inBrackets, labelField } from '#server/exports/tables/column-labels.ts';
import { toMajorUnits } from '#server/exports/tables/money.ts';
import { enteredOn } from '#server/exports/tables/project-table.ts';
import {
  fileColumn as column,
  type FileColumn,
  type FileRow,
  type ProjectTable,
} from '#server/exports/tables/table.ts';
import type { ProjectWithEvents } from '#server/projects/register/page-store.ts';
import { registerTableLabels } from '#server/exports/tables/labels/index.ts';
import { importedHeadings, layoutLabels as w } from './labels/index.ts';

/** Finds the text of an imported column without a field in Headway, by a part of its header. */
function importedText(
  { extra }: Project,
  column: keyof (typeof importedHeadings)[Language],
): string | null {
  const names = languages.flatMap((language) => importedHeadings[language][column]);
  const entry = Object.entries(extra ?? {}).find(([header]) =>
    names.some((name) => header.toLowerCase().includes(name.toLowerCase())),
  );
  return entry?.[1] ?? null;
}
const milestone = (
  { milestones }: Project,
  type: string,
  date: 'plan' | 'actual',
): IsoDate | null => milestones.find((m) => m.type === type)?.[date] ?? null;

/** 招商引资项目台账 (domain reference 2.5, form 1). */
export const registerLayout: ProjectTable = {
  id: 'register',
  title: w.register,
  columns: [
    column('number', w.number, 'number'),
    column('name', w.project),
    column('investor', labelField('investor')),
    column('country', labelField('country')),
    column('total_investment', measureTerms.total_investment, 'amount', {
      unit_in: 'currency',
      measure: 'total_investment',
    }),
    column('content', w.content),
    column('industry', labelField('industry')),
    column('site_mode', w.site),
    column('stage', labelField('stage')),
    column('signed_on', w.signed_on, 'date'),
    column('unit', labelField('unit')),
    column('owner', labelField('owner')),
    column('progress_text', labelField('progress_text')),
    column('issue_text', w.problem),
    column('next_step', labelField('next_step')),
    column('status', labelField('status')),
    column('code', labelField('code')),
    column('currency', inBrackets(measureTerms.total_investment, w.currency)),
    column('data_status', registerTableLabels.data_status),
  ],
  makeRows: (one, number) => {
    const { project } = one;
    return [
      [
        String(number),
        project.name,
        project.investor ?? null,
        project.country ?? null,
        toMajorUnits(project.amounts.total_investment),
        importedText(project, 'content') ?? project.remark ?? null,
        project.industry ?? null,
        project.site_mode ?? null,
        project.stage === 'unknown' ? (project.stage_word ?? 'unknown') : project.stage,
        enteredOn(one, 'signed') ?? null,
        project.unit ?? null,
        project.owner ?? null,
        project.progress_text ?? null,
        project.issue_text ?? null,
        project.next_step ?? null,
        project.status,
        project.code,
        project.amounts.total_investment?.money?.currency ?? null,
        project.data_status,
      ],
    ];
  },
};

const progressColumns: readonly FileColumn[] = [
  column('name', w.project),
  column('total_investment', measureTerms.total_investment, 'amount', {
    unit_in: 'currency',
    measure: 'total_investment',
  }),
  column('year_plan', w.year_plan),
  column('month_done', w.month_done),
  column('year_done', w.year_done),
  column('of_year_plan', w.of_year_plan),
  column('fai_done_total', w.since_start, 'amount', {
    unit_in: 'done_currency',
    measure: 'fai_done_total',
  }),
  column('progress_text', w.picture),
  column('start_plan', w.start_plan, 'date'),
  column('start_actual', w.start_actual, 'date'),
  column('completion_plan', w.completion_plan, 'date'),
  column('completion_actual', w.completion_actual, 'date'),
  column('light', w.light),
  column('declared_status', declaredStatusTerms.declared_status),
  column('declared_by', declaredStatusTerms.declared_by),
  column('overdue_days', registerTableLabels.overdue_days, 'number'),
  column('issue_text', w.problem),
  column('leader', w.leader),
  column('code', labelField('code')),
  column('currency', inBrackets(measureTerms.total_investment, w.currency)),
  column('done_currency', inBrackets(w.since_start, w.currency)),
  column('data_status', registerTableLabels.data_status),
];

/** Makes the rows of projects that have been registered. */
function progressRows(one: ProjectWithEvents, as_of: IsoDate): readonly FileRow[] {
  const { project } = one;
  if (!hasReached(one.project.stage, 'registered')) return [];
  const active = project.status === 'active';
  const light = projectLight(project, as_of);
  const delay = longestOverdue(project, as_of)?.days ?? (light === 'not_known' ? undefined : 0);
  return [
    [
      project.name,
      toMajorUnits(project.amounts.total_investment),
      importedText(project, 'year_plan'),
      importedText(project, 'month_done'),
      importedText(project, 'year_done'),
      importedText(project, 'of_year_plan'),
      toMajorUnits(project.amounts.fai_done_total),
      project.progress_text ?? null,
      milestone(project, 'start', 'plan'),
      milestone(project, 'start', 'actual'),
      milestone(project, 'completion', 'plan'),
      milestone(project, 'completion', 'actual'),
      active ? light : project.status,
      one.declared?.status ?? null,
      one.declared?.by ?? null,
      active && delay !== undefined ? String(delay) : null,
      project.issue_text ?? null,
      importedText(project, 'leader'),
      project.code,
      project.amounts.total_investment?.money?.currency ?? null,
      project.amounts.fai_done_total?.money?.currency ?? null,
      project.data_status,
    ],
  ];
}

/** 重点项目月度进度表 (form 2): projects that have been registered. */
export const progressLayout = (as_of: IsoDate): ProjectTable => ({
  id: 'progress',
  title: w.progress,
  columns: progressColumns,
  makeRows: (one) => progressRows(one, as_of),
});

/**
 * Computes paid-in funds ÷ contracted investment in one currency.
 * @returns null if either is missing, or if the contracted investment is zero
 */
function computePaidRate({ amounts: { paid_in, contracted_amount } }: Project): string | null {
  const [paid, agreed] = [paid_in?.money, contracted_amount?.money];
  if (
    paid === undefined ||
    agreed === undefined ||
    paid.currency !== agreed.currency ||
    agreed.minor === '0'
  )
    return null;
  return String(Number(paid.minor) / Number(agreed.minor));
}

/** 签约项目跟踪表 (form 3): projects that have ever been signed. */
export const signedLayout: ProjectTable = {
  id: 'signed',
  title: w.signed,
  columns: [
    column('name', w.project),
    column('event', w.event),
    column('signed_on', w.signed_on, 'date'),
    column('contracted_amount', w.agreed, 'amount', {
      unit_in: 'currency',
      measure: 'contracted_amount',
    }),
    column('is_registered', w.is_registered),
    column('is_started', w.is_started),
    column('is_operating', w.is_operating),
    column('paid_in', w.paid_in, 'amount', { unit_in: 'paid_currency', measure: 'paid_in' }),
    column('paid_rate', w.paid_rate, 'ratio'),
    column('status_reason', w.unmet_reason),
    column('status', labelField('status')),
    column('code', labelField('code')),
    column('currency', inBrackets(w.agreed, w.currency)),
    column('paid_currency', inBrackets(w.paid_in, w.currency)),
    column('data_status', registerTableLabels.data_status),
  ],
  makeRows: (one) => {
    const { project } = one;
    if (!hasReached(one.project.stage, 'signed') && enteredOn(one, 'signed') === undefined)
      return [];
    return [
      [
        project.name,
        importedText(project, 'signing_event'),
        enteredOn(one, 'signed') ?? null,
        toMajorUnits(project.amounts.contracted_amount),
        String(hasReached(one.project.stage, 'registered')),
        String(hasReached(one.project.stage, 'construction')),
        String(hasReached(one.project.stage, 'operation')),
        toMajorUnits(project.amounts.paid_in),
        computePaidRate(project),
        project.status_reason ?? null,
        project.status,
        project.code,
        project.amounts.contracted_amount?.money?.currency ?? null,
        project.amounts.paid_in?.money?.currency ?? null,
        project.data_status,
      ],
    ];
  },
};
