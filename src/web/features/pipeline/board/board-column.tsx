import { type DragEvent, Fragment, useState } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import { writeKnownCount } from '#domain/labels/general/missing-figure.ts';
import { isCountUnknown } from '#domain/projects/unknown-count.ts';
import { formatCount } from '#domain/values/format.ts';
import { makeMoneyWriter, type MoneyWriter, type PageUnits } from '#domain/overview/money-units.ts';
import { pickKnown } from '#domain/projects/first-known-day.ts';
import type { BoardColumn as Column } from '#contract/work/schemas.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import type { PendingMove } from '#web/data/pending-moves.ts';
import { BoardCard } from './board-card.tsx';
import { placeInColumn } from './place-moves.ts';
import { useBoard, type BoardQuery } from './use-board.ts';
import type { Move, PlacedCard } from './use-board-moves.ts';
import * as boardStyles from './board.module.css';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as textStyles from '#web/ui/text.module.css';

type CardProps = Parameters<typeof BoardCard>[0];
export interface BoardContext
  extends Pick<
    CardProps,
    'profile' | 'editable' | 'example' | 'onDrag' | 'onChoose' | 'onComplete' | 'onOpen'
  > {
  readonly query: BoardQuery;
  readonly units: PageUnits | undefined;
  /** Writes the sums of all columns with equal digits. */
  readonly writeSum: MoneyWriter;
  /** The projects whose stage is not set. */
  readonly notSet: number;
  /** The card that had the focus last; the tab key returns to it. */
  readonly current: string | undefined;
  /** The card of the last move. */
  readonly moved: string | undefined;
  readonly draggedCard: PlacedCard | undefined;
  /** Unsaved moves; those in `waiting` are shown in the columns of their new stages. */
  readonly pendingMoves: readonly PendingMove[];
  readonly waiting: readonly PendingMove[];
  readonly onMove: (move: Move) => void;
}
type ColumnProps = BoardContext & {
  readonly column: Column;
  /** The one column that a phone shows. */
  readonly isActive: boolean;
};

/** The number of projects of a column and their planned investment. */
function ColumnHead({
  column,
  writeSum,
  notSet,
}: Pick<ColumnProps, 'column' | 'writeSum' | 'notSet'>) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  const sums = column.amounts.map((money) => writeSum(money));
  return (
    <header>
      <h3 id={`board-${column.stage}`}>
        <span>{stageWord(column.stage)}</span>{' '}
        <i className={textStyles.number}>{writeKnownCount(column.count, notSet, language)}</i>
      </h3>
      <p>
        {sums.length > 0
          ? null
          : column.count > 0
            ? t('undisclosed')
            : isCountUnknown(column.count, notSet)
              ? null
              : t('column_empty')}
        {sums.map((sum, at) => (
          <Fragment key={sum}>
            {at === 0 ? null : t('list')}
            <span className={textStyles.number}>{sum}</span>
          </Fragment>
        ))}
      </p>
    </header>
  );
}

/** Opens the rest of a column in place, or closes it. The list has the cards beyond 200. */
function ColumnMore({
  column,
  visibleCount,
  isOpen,
  onOpen,
}: {
  readonly column: Column;
  readonly visibleCount: number;
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
}) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  const restCount = column.count - visibleCount;
  const words = { n: formatCount(restCount, language) };
  if (isOpen)
    return (
      <>
        {restCount > 0 ? (
          <Link
            className={controlsStyles.link}
            to={hrefTo('/projects', { stage: [column.stage], status: ['active'] })}
          >
            {t('column_in_list', words)}
          </Link>
        ) : null}
        <TextButton onClick={() => onOpen(false)}>{t('column_fewer')}</TextButton>
      </>
    );
  return restCount > 0 ? (
    <TextButton data-more={column.stage} onClick={() => onOpen(true)}>
      {t('column_more', words)}
    </TextButton>
  ) : null;
}

/** Accepts a dropped card from another stage. */
function useDrop({ column, editable, draggedCard, onMove, onDrag }: ColumnProps) {
  const [isOver, setOver] = useState(false);
  const { stage } = column;
  const takes =
    editable && draggedCard !== undefined && stage !== 'unknown' && draggedCard.from !== stage;
  return {
    isOver: isOver && takes,
    onDragOver: (event: DragEvent) => {
      if (!takes) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (!takes || draggedCard === undefined) return;
      event.preventDefault();
      onMove({ ...draggedCard, to: stage });
      onDrag(undefined);
    },
  };
}

/** The active projects of a stage, largest first: three, and the others on request. */
export function BoardColumn(props: ColumnProps) {
  const { column, isActive, query, units, writeSum, current, moved, pendingMoves } = props;
  const { stage } = column;
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { data } = useBoard(query, stage, isOpen);
  const whole = (data && pickKnown(data))?.columns.find((one) => one.stage === stage);
  const cards =
    isOpen && whole !== undefined ? placeInColumn(whole, props.waiting).cards : column.cards;
  const writeMoney = makeMoneyWriter(
    cards.flatMap(({ money }) => money ?? []),
    units,
    language,
  );
  const { isOver, ...drop } = useDrop(props);
  const stop = cards.some(({ code }) => code === current) ? current : cards[0]?.code;
  const marks = [
    boardStyles.column,
    ...(isActive ? [boardStyles.chosen] : []),
    ...(isOver ? [boardStyles.over] : []),
  ];
  return (
    <section
      className={marks.join(' ')}
      data-column={stage}
      aria-labelledby={`board-${stage}`}
      {...drop}
    >
      <ColumnHead column={column} writeSum={writeSum} notSet={props.notSet} />
      <ul>
        {cards.map((card) => (
          <BoardCard
            key={card.code}
            {...props}
            card={card}
            stage={stage}
            writeMoney={writeMoney}
            isStop={card.code === stop}
            isMoved={card.code === moved}
            isKept={pendingMoves.some((move) => move.card.code === card.code)}
          />
        ))}
      </ul>
      <ColumnMore column={column} visibleCount={cards.length} isOpen={isOpen} onOpen={setOpen} />
    </section>
  );
}
