import type { ReactNode } from 'react';
import { compact } from '#domain/values/compact.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { EstablishedProject, Overview } from '#domain/overview/overview.ts';
import type { Amount, NamedProject } from '#domain/projects/project.ts';
import { milestoneTerms } from '#domain/labels/projects/field.ts';
import { lightTerms } from '#domain/labels/projects/light.ts';
import { stageWord } from '#domain/labels/projects/stage.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { industryColour } from '#web/features/projects/facts/project-labels.ts';
import type { Column } from '#web/ui/display/data-table.tsx';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { IndustryDot } from '#web/ui/display/industry-dot.tsx';
import * as establishedTableStyles from './established-table.module.css';
import * as listsStyles from '#web/features/overview/lists.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** A value that is not known. */
const none = <span className={establishedTableStyles.dash}>—</span>;

/** Formats a day as the table writes it: short in English. */
const dayLabels = (date: string, language: Language): string =>
  formatDate(date, language, language === 'en' ? 'short' : 'long');

/** The state of a project's next milestone: overdue, moved, operating or its schedule light. */
export function MilestoneStatus({
  row,
  example,
}: {
  readonly row: EstablishedProject;
  readonly example: boolean;
}) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const { slippage_days: slippage = 0, overdue } = row;
  const move =
    slippage === 0 ? undefined : t(slippage > 0 ? 'later' : 'sooner', { days: Math.abs(slippage) });
  if (overdue !== undefined)
    return (
      <>
        <span className={example ? undefined : listsStyles.late}>
          {t('overdue_since', { date: dayLabels(overdue.since, language), days: overdue.days })}
        </span>
        {move === undefined ? null : <small>{move}</small>}
      </>
    );
  if (move !== undefined) return move;
  if (row.operating_since !== undefined)
    return t('operating_since', { date: dayLabels(row.operating_since, language) });
  if (row.light === 'on_track' && row.slippage_days !== undefined) return t('on_base');
  return row.light === undefined ? (
    none
  ) : (
    <span
      className={`${textStyles.noWrap} ${row.light === 'not_known' ? establishedTableStyles.dash : ''}`}
    >
      {lightTerms[row.light][language]}
    </span>
  );
}

function DayText({ day }: { readonly day: string | undefined }) {
  const language = useLanguage();
  return (
    <span className={textStyles.number}>{day === undefined ? none : dayLabels(day, language)}</span>
  );
}

/** The original date of a milestone, or the first plan that is known. */
function OriginalDate({ next }: Pick<EstablishedProject, 'next'>) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const first = next?.first_plan;
  if (first === undefined) return <DayText day={next?.baseline} />;
  return (
    <>
      <span className={textStyles.number}>{dayLabels(first.date, language)}</span>
      <small>
        {first.known === undefined
          ? t('first_plan')
          : t('first_plan_known', { date: dayLabels(first.known, language) })}
      </small>
    </>
  );
}

function IndustryName({
  zone,
  industry,
}: Pick<Overview, 'zone'> & { readonly industry: string | undefined }) {
  const language = useLanguage();
  return (
    <span className={textStyles.noWrap}>
      <IndustryDot colour={industryColour(zone, industry)} />
      {zone.industries.find(({ id }) => id === industry)?.short[language] ?? industry ?? '—'}
    </span>
  );
}

/** The status of the next milestone, with its explanation, and the declared status. */
const StatusCell = ({
  row,
  example,
  declared: declaredStatus,
}: Parameters<typeof MilestoneStatus>[0] & { readonly declared: ReactNode }) => (
  <>
    <ExplainableFigure
      measure={row.overdue === undefined ? 'project_delay' : 'project_overdue'}
      of={`code=${encodeURIComponent(row.code)}&milestone=${row.next?.type ?? 'operation'}`}
    >
      <MilestoneStatus row={row} example={example} />
    </ExplainableFigure>
    {declaredStatus}
  </>
);

/** Defines the columns. `inUnit` writes an amount in the unit of the money column. */
export function useColumns(
  { zone, strip }: Overview,
  link: (project: NamedProject) => ReactNode,
  unit: string,
  inUnit: (amount: Amount) => ReactNode,
  declared: ((code: string) => ReactNode) | undefined,
): readonly Column<EstablishedProject>[] {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const example = strip.data_status === 'illustrative';
  return [
    { id: 'project', label: t('col_project'), head: true, cell: link },
    {
      id: 'industry',
      label: t('col_industry'),
      cell: (row) => <IndustryName zone={zone} industry={row.industry} />,
    },
    {
      id: 'stage',
      label: t('col_stage'),
      cell: ({ stage }) => (
        <span className={textStyles.noWrap}>{stageWord(zone.stage_words, stage, language)}</span>
      ),
    },
    {
      id: 'money',
      label: t('col_money', { unit }),
      right: true,
      cell: (row) => (
        <ExplainableFigure measure="project_amount" of={`code=${encodeURIComponent(row.code)}`}>
          {inUnit(row)}
        </ExplainableFigure>
      ),
    },
    {
      id: 'next',
      label: t('col_next'),
      cell: (row) => (row.next === undefined ? none : milestoneTerms[row.next.type][language]),
    },
    {
      id: 'base',
      label: t('col_base'),
      dim: true,
      cell: ({ next }) => <OriginalDate {...compact({ next })} />,
    },
    {
      id: 'plan',
      label: t('col_plan'),
      cell: ({ next }) => <DayText day={next?.plan} />,
    },
    {
      id: 'status',
      label: t('col_status'),
      cell: (row) => <StatusCell row={row} example={example} declared={declared?.(row.code)} />,
    },
  ];
}
