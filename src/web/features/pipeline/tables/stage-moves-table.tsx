import type { NamedProject } from '#domain/projects/project.ts';
import { eventDayText } from '#domain/labels/projects/event-day.ts';
import type { ReactNode } from 'react';
import { formatCount, formatDate } from '#domain/values/format.ts';
import type { Pipeline, StageMoves } from '#domain/projects/pipeline.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';
import * as stageTablesStyles from './stage-tables.module.css';
import * as textStyles from '#web/ui/text.module.css';

const mostNamed = 5;

function NewStage({ name, isBackwards }: { readonly name: string; readonly isBackwards: boolean }) {
  const t = useLabels(pipelineLabels);
  return (
    <span className={textStyles.noWrap}>
      {name} {isBackwards ? <span className={stageTablesStyles.backwards}>{t('back')}</span> : null}
    </span>
  );
}

/** The first projects of a row, each with its day, and the number of the others. */
function MovingProjects({
  row,
  link,
}: {
  readonly row: StageMoves;
  readonly link: (project: NamedProject) => ReactNode;
}) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const projects = row.projects.slice(0, mostNamed);
  return (
    <ul className={stageTablesStyles.which}>
      {projects.map((project) => (
        <li key={`${project.code} ${project.date}`}>
          {link(project)}{' '}
          <small className={textStyles.number}>{eventDayText(project, language, 'short')}</small>
        </li>
      ))}
      {row.count > projects.length ? (
        <li data-says="stage_moves">
          {t('more', { n: formatCount(row.count - projects.length, language) })}
        </li>
      ) : null}
    </ul>
  );
}

/**
 * The projects that moved since the compared day, by former and new stage. Moves back are marked.
 */
export function StageMovesTable({
  moves,
  stageWord,
  link,
}: {
  readonly moves: Pipeline['moves'];
  readonly stageWord: (stage: string) => string;
  /** Omitted where no project is named. */
  readonly link?: (project: NamedProject) => ReactNode;
}) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  if (moves === undefined)
    return (
      <section className={textStyles.section}>
        <h3>{t('moves_none')}</h3>
        <p className={textStyles.quiet}>{t('no_compare')}</p>
      </section>
    );
  const title = t('moves', { date: formatDate(moves.since, language) });
  const columns: readonly Column<StageMoves>[] = [
    {
      id: 'from',
      label: t('from'),
      head: true,
      cell: (row) => (row.from === undefined ? t('new') : stageWord(row.from)),
    },
    {
      id: 'to',
      label: t('to'),
      cell: (row) => <NewStage name={stageWord(row.to)} isBackwards={row.regression} />,
    },
    {
      id: 'count',
      label: t('projects'),
      right: true,
      cell: (row) => (
        <ExplainableFigure
          measure="stage_moves"
          of={`${row.from === undefined ? '' : `from_stage=${row.from}&`}stage=${row.to}`}
        >
          {formatCount(row.count, language)}
        </ExplainableFigure>
      ),
    },
    ...(link === undefined
      ? []
      : [
          {
            id: 'which',
            label: t('which'),
            cell: (row: StageMoves) => <MovingProjects row={row} link={link} />,
          },
        ]),
  ];
  return (
    <section className={textStyles.section}>
      <h3>
        {title}{' '}
        <i>
          <ExplainableFigure measure="stage_moves">
            {formatCount(moves.total, language)}
          </ExplainableFigure>
        </i>
      </h3>
      {moves.items.length === 0 ? (
        <p className={textStyles.quiet}>{t('no_moves')}</p>
      ) : (
        <DataTable
          caption={title}
          columns={columns}
          rows={moves.items}
          rowKey={(row) => `${row.from ?? ''} ${row.to}`}
          stacks="labelled"
        />
      )}
    </section>
  );
}
