import { type DragEvent, useState } from 'react';
import { formatCount } from '#domain/values/format.ts';
import type { PageUnits } from '#domain/overview/money-units.ts';
import { daysBetween } from '#domain/values/date.ts';
import type { Project } from '#domain/projects/project.ts';
import type { StageOrUnknown } from '#domain/projects/stage.ts';
import { projectName } from '#domain/labels/index.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useProjects } from '#web/data/queries.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { amountText, industryColour } from '#web/features/projects/facts/project-labels.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { IndustryDot } from '#web/ui/display/industry-dot.tsx';
import type { Move } from './move.ts';
import * as boardStyles from './board.module.css';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as textStyles from '#web/ui/text.module.css';

/**
 * Cards of one column that are fetched at once: a column of a hundred thousand is gone through a
 * page at a time.
 */
const pageCards = '25';

interface ColumnProps {
  readonly stage: StageOrUnknown;
  /** The one column that a phone shows. */
  readonly isActive: boolean;
  readonly asOf: string | undefined;
  readonly knownAt: string | undefined;
  readonly profile: ZoneProfile | undefined;
  /** The units of money of the page. */
  readonly units: PageUnits | undefined;
  readonly editable: boolean;
  /** The card that had the focus last: the tab key comes back to it. */
  readonly current: string | undefined;
  readonly dragged: Move | undefined;
  readonly onDrag: (moving: Move | undefined) => void;
  readonly onMove: (moving: Move) => void;
  readonly onOpen: (code: string) => void;
}

type CardProps = Pick<
  ColumnProps,
  'stage' | 'asOf' | 'profile' | 'units' | 'editable' | 'onDrag' | 'onMove' | 'onOpen'
> & {
  readonly project: Project;
  /** Whether the tab key stops here in its column. */
  readonly isStop: boolean;
};

/** A project on the board, which is opened, dragged or moved by a button. */
function BoardCard({
  project,
  stage,
  asOf,
  profile,
  units,
  editable,
  isStop,
  onDrag,
  onMove,
  onOpen,
}: CardProps) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const name = projectName(project, language);
  const moving: Move = { code: project.code, name, from: stage };
  const days =
    project.stage_since === undefined || asOf === undefined
      ? undefined
      : daysBetween(project.stage_since, asOf);
  return (
    <li
      className={boardStyles.card}
      draggable={editable}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', project.code);
        event.dataTransfer.effectAllowed = 'move';
        onDrag(moving);
      }}
      onDragEnd={() => onDrag(undefined)}
    >
      <button
        type="button"
        data-card={project.code}
        data-name={name}
        data-stage={stage}
        tabIndex={isStop ? 0 : -1}
        aria-describedby="board-keys"
        aria-keyshortcuts={editable ? 'M Shift+ArrowLeft Shift+ArrowRight' : undefined}
        onClick={() => onOpen(project.code)}
      >
        <b title={name}>
          <span>{name}</span>
        </b>
        <span>
          {project.industry === undefined ? null : (
            <IndustryDot colour={industryColour(profile, project.industry)} />
          )}{' '}
          {project.code}
        </span>
        <span className={textStyles.number}>
          {amountText(project.amounts.total_investment, language, units)}
        </span>
        {days === undefined ? null : (
          <span className={textStyles.number}>
            {t('card_days', { days: formatCount(days, language), one: days === 1 })}
          </span>
        )}
      </button>
      {editable ? (
        <TextButton
          tabIndex={-1}
          aria-label={t('move_of', { name })}
          onClick={() => onMove(moving)}
        >
          {t('move')}
        </TextButton>
      ) : null}
    </li>
  );
}

/** The active projects of a stage, largest first. Dropping a card starts a move to this stage. */
export function BoardColumn({
  stage,
  isActive,
  asOf,
  knownAt,
  profile,
  units,
  editable,
  current,
  dragged,
  onDrag,
  onMove,
  onOpen,
}: ColumnProps) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  const [over, setOver] = useState(false);
  const query = useProjects({
    as_of: asOf,
    known_at: knownAt,
    stage,
    status: 'active',
    sort: '-total_investment',
    limit: pageCards,
  });
  const all = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total;
  const takes = editable && dragged !== undefined && stage !== 'unknown' && dragged.from !== stage;
  const stop = all.some(({ code }) => code === current) ? current : all[0]?.code;
  const drop = (event: DragEvent) => {
    setOver(false);
    if (!takes || dragged === undefined) return;
    event.preventDefault();
    onMove({ ...dragged, to: stage });
    onDrag(undefined);
  };
  return (
    <section
      className={`${boardStyles.column}${isActive ? ` ${boardStyles.chosen}` : ''}${over && takes ? ` ${boardStyles.over}` : ''}`}
      data-column={stage}
      aria-labelledby={`board-${stage}`}
      onDragOver={(event) => {
        if (!takes) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h3 id={`board-${stage}`}>
        <span>{stageWord(stage)}</span>{' '}
        {total === undefined ? null : (
          <i className={textStyles.number}>{formatCount(total, language)}</i>
        )}
      </h3>
      <QueryView query={query} lines={4}>
        {() =>
          all.length === 0 ? (
            <p className={textStyles.quiet}>{t('column_empty')}</p>
          ) : (
            <ul>
              {all.map((project) => (
                <BoardCard
                  key={project.code}
                  {...{ project, stage, asOf, profile, units, editable, onDrag, onMove, onOpen }}
                  isStop={project.code === stop}
                />
              ))}
              {query.hasNextPage ? (
                <li>
                  <button
                    type="button"
                    className={controlsStyles.link}
                    data-more={stage}
                    disabled={query.isFetchingNextPage}
                    onClick={() => void query.fetchNextPage()}
                  >
                    {t('load_more', { n: formatCount((total ?? 0) - all.length, language) })}
                  </button>
                </li>
              ) : null}
            </ul>
          )
        }
      </QueryView>
    </section>
  );
}
