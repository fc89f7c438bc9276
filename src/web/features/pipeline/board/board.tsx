import { inBrackets } from '#domain/values/language.ts';
import { type ReactNode, useRef, useState, useEffect, type RefObject } from 'react';
import { projectPath } from '#contract/core/pages.ts';
import { writeKnownCount } from '#domain/labels/general/missing-figure.ts';
import { countStageNotSet } from '#domain/overview/stage-not-set.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import { makeMoneyWriter, type MoneyWriter, type PageUnits } from '#domain/overview/money-units.ts';
import type { StageOrUnknown } from '#domain/projects/stage.ts';
import { writeNotKnown } from '#domain/labels/index.ts';
import type { Board as BoardData } from '#contract/work/schemas.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { AddProject } from '#web/features/projects/edit/add-project.tsx';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { SelectField } from '#web/ui/controls/field.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { BoardBar } from './board-bar.tsx';
import { DeclaredStatuses } from '#web/features/work/declared-mark.tsx';
import { BoardColumn, type BoardContext } from './board-column.tsx';
import { BoardFilters } from './board-filters.tsx';
import { BoardKey } from './board-key.tsx';
import { PendingMovesPanel } from './pending-moves-panel.tsx';
import { placeable, placeMoves } from './place-moves.ts';
import type { Move, PlacedCard, BoardBarState } from './use-board-moves.ts';
import { type LockReason, useBoardState } from './use-board-state.ts';
import * as boardStyles from './board.module.css';
import * as textStyles from '#web/ui/text.module.css';
import { useBoardActions } from './use-board-actions.ts';

/** The code of the card that the bar is about. */
function cardOfBar(bar: BoardBarState): string | undefined {
  if (bar.kind === 'choose') return bar.placed.card.code;
  if (bar.kind === 'complete') return bar.project.code;
  return 'move' in bar ? bar.move.card.code : undefined;
}

/**
 * Gives the focus to the card of the last move when what had it is gone: the card in its former
 * column, or a button of the bar. So the next key of the board works at once.
 */
function useCardFocus(
  root: RefObject<HTMLElement | null>,
  bar: BoardBarState | undefined,
  board: BoardData | undefined,
): void {
  const code = useRef<string>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new board places the cards again
  useEffect(() => {
    if (bar !== undefined) code.current = cardOfBar(bar) ?? code.current;
    const card =
      code.current === undefined || document.activeElement !== document.body
        ? null
        : root.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(code.current)}"]`);
    card?.focus({ preventScroll: true });
    if (bar === undefined) code.current = undefined;
  }, [root, bar, board]);
}

/** Chooses the column that a narrow page shows. */
function ColumnPicker({
  board,
  column,
  onChange,
}: {
  readonly board: BoardData;
  readonly column: StageOrUnknown;
  readonly onChange: (column: StageOrUnknown) => void;
}) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  return (
    <div className={boardStyles.picker}>
      <SelectField
        label={t('column')}
        value={column}
        onChange={(event) => onChange(event.target.value as StageOrUnknown)}
      >
        {board.columns.map(({ stage, count }) => (
          <option key={stage} value={stage}>
            {`${stageWord(stage)}${inBrackets(writeKnownCount(count, countStageNotSet(board.columns), language), language)}`}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

/** The number of matching projects, their planned investment, and how many need something. */
function BoardSummary({
  board,
  writeSum,
}: {
  readonly board: BoardData;
  readonly writeSum: MoneyWriter;
}) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const count = (n: number) => formatCount(n, language);
  const money = board.amounts.map((sum) => writeSum(sum)).join(t('list'));
  const attention =
    board.undated === 0
      ? t('attention_count', { n: count(board.attention) })
      : board.attention === 0
        ? t('attention_unknown')
        : t('attention_least', { n: count(board.attention) });
  return (
    <p className={boardStyles.summary} role="status">
      <b>{t('matching', { n: count(board.matching), total: count(board.total) })}</b>
      {money === '' ? null : `${t('comma')}${money}`}
      {t('stop')}
      {attention}
      {board.to_complete === undefined
        ? null
        : `${t('comma')}${t('lacks', { n: count(board.to_complete) })}`}
    </p>
  );
}

interface BoardProps {
  /** The units of money of the page. */
  readonly units: PageUnits | undefined;
}

/**
 * The active projects as cards in columns of their stages: selected by arrow keys, moved by a key,
 * a button or dragging. A move is stored at once; the required fields of the stage can be entered
 * afterwards.
 */
export function Board({ units }: BoardProps) {
  const language = useLanguage();
  const { open } = useViewState();
  const state = useBoardState();
  const { board, knownBoard, moves, pendingMoves, profile, lockReason, filters, setFilters } =
    state;
  const search = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const [draggedCard, setDraggedCard] = useState<PlacedCard>();
  const editable = lockReason === undefined;
  const { bar } = moves;
  const waiting = placeable(
    knownBoard,
    pendingMoves.moves.filter(({ key }) => pendingMoves.rejections[key] === undefined),
  );
  useCardFocus(root, bar, knownBoard);
  useBoardActions({ state, root, search, waiting });
  const context = {
    profile,
    units,
    editable,
    draggedCard,
    waiting,
    query: state.query,
    pendingMoves: pendingMoves.moves,
    example: state.session?.origin !== 'own',
    moved: bar?.kind === 'moved' ? bar.move.card.code : undefined,
    onDrag: setDraggedCard,
    onMove: (move: Move) => void moves.move(move),
    onChoose: moves.choose,
    onComplete: (placedCard: PlacedCard) => void moves.complete(placedCard),
    onOpen: (code: string) => open(projectPath(code)),
  };
  const filterRow = (
    <BoardFilters
      board={knownBoard}
      profile={profile}
      filters={filters}
      onFilter={setFilters}
      search={search}
    />
  );
  return (
    <div className={boardStyles.board} ref={root}>
      {editable ? <AddButton profile={profile} /> : null}
      {bar === undefined || pendingMoves.moves.length > 0 ? (
        <PendingMovesPanel pendingMoves={pendingMoves} />
      ) : null}
      <QueryView query={board} lines={8}>
        {(data) =>
          knownBoard === undefined ? (
            <EmptyState title={writeNotKnown(data, language)} />
          ) : (
            <Columns
              board={placeMoves(knownBoard, bar, waiting)}
              context={context}
              filterRow={filterRow}
            />
          )
        }
      </QueryView>
      <BoardBar moves={moves} profile={profile} />
      <BoardNotes lockReason={lockReason} notActive={knownBoard?.not_active ?? 0} />
    </div>
  );
}

/** Opens the form of a new project. */
function AddButton({ profile }: { readonly profile: ZoneProfile | undefined }) {
  const t = useLabels(pipelineLabels);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={boardStyles.add}>
      <Button primary onClick={() => setOpen(true)}>
        {t('add')}
      </Button>
      {isOpen ? <AddProject profile={profile} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

/** The summary, the filters and the columns. */
function Columns({
  board,
  context,
  filterRow,
}: {
  readonly board: BoardData;
  readonly context: Omit<BoardContext, 'current' | 'writeSum' | 'notSet'>;
  readonly filterRow: ReactNode;
}) {
  const t = useLabels(pipelineLabels);
  const [current, setCurrent] = useState<string>();
  const [column, setColumn] = useState<StageOrUnknown>('lead');
  const language = useLanguage();
  const { profile, units } = context;
  const sums = [...board.amounts, ...board.columns.flatMap(({ amounts }) => amounts)];
  const writeSum = makeMoneyWriter(sums, units, language);
  return (
    <>
      <BoardSummary board={board} writeSum={writeSum} />
      {filterRow}
      <BoardKey board={board} profile={profile} />
      <ColumnPicker board={board} column={column} onChange={setColumn} />
      <div
        className={boardStyles.columns}
        role="group"
        aria-label={t('board')}
        onFocus={(event) => setCurrent(event.target.dataset['card'] ?? current)}
      >
        <DeclaredStatuses>
          {board.columns.map((one) => (
            <BoardColumn
              key={one.stage}
              {...context}
              writeSum={writeSum}
              notSet={countStageNotSet(board.columns)}
              column={one}
              isActive={one.stage === column}
              current={current}
            />
          ))}
        </DeclaredStatuses>
      </div>
    </>
  );
}

/** The keys, why nothing can be moved, and where to find the other projects. */
function BoardNotes({
  lockReason,
  notActive,
}: {
  readonly lockReason: LockReason;
  readonly notActive: number;
}) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const { view, change } = useViewState();
  return (
    <div className={boardStyles.notes}>
      <p className={textStyles.note}>
        {lockReason === undefined ? null : (
          <b>
            {lockReason === 'board_past'
              ? t('board_past', { day: formatDate(view.as_of ?? serverDay(), language, 'long') })
              : t(lockReason)}{' '}
            {lockReason === 'board_past' ? (
              <TextButton onClick={() => change({ as_of: undefined, known_at: undefined })}>
                {t('to_latest')}
              </TextButton>
            ) : null}
          </b>
        )}{' '}
        <span id="board-keys" className={boardStyles.keys}>
          {t(lockReason === undefined ? 'board_keys' : 'board_keys_read')}
        </span>
      </p>
      {notActive > 0 ? (
        <p className={textStyles.note}>
          {t('not_active', { n: formatCount(notActive, language) })}
        </p>
      ) : null}
    </div>
  );
}
