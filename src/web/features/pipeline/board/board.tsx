import { compact } from '#domain/values/compact.ts';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Session } from '#contract/service/schemas.ts';
import { projectPath } from '#contract/core/pages.ts';
import { formatDate } from '#domain/values/format.ts';
import type { PageUnits } from '#domain/overview/money-units.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { stages, stagesAndUnknown, type StageOrUnknown } from '#domain/projects/stage.ts';
import { useUndoRevision } from '#web/data/mutations.ts';
import { useZone } from '#web/data/queries.ts';
import { useSession } from '#web/data/view-queries.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { UndoFailure } from '#web/features/projects/edit/undo-conflicts.tsx';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { SelectField } from '#web/ui/controls/field.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { BoardColumn } from './board-column.tsx';
import { besideStage, neighbourCard } from './board-keys.ts';
import { BoardMove } from './board-move.tsx';
import type { Move } from './move.ts';
import * as boardStyles from './board.module.css';
import * as textStyles from '#web/ui/text.module.css';

interface Done {
  readonly revision: number;
  readonly message: string;
}

/** Why no card can be moved; undefined where cards can be. */
function readOnlyReason(
  session: Session | undefined,
  isPast: boolean,
): 'board_example' | 'board_past' | 'board_role' | undefined {
  if (session?.may.includes('edit') !== true) return 'board_role';
  if (session.origin !== 'own') return 'board_example';
  return isPast ? 'board_past' : undefined;
}

/** Moves the focus between cards with arrow keys, or starts the move of a shortcut. */
function handleCardKey(
  event: React.KeyboardEvent,
  board: HTMLElement | null,
  onMove: ((move: Move) => void) | undefined,
): void {
  const card =
    event.target instanceof HTMLElement
      ? event.target.closest<HTMLElement>('[data-card], [data-more]')
      : null;
  if (
    card === null ||
    event.nativeEvent.isComposing ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey
  )
    return;
  const { card: code, name = '', stage = 'unknown' } = card.dataset;
  const from = stage as StageOrUnknown;
  const to = event.shiftKey ? besideStage(from, event.key) : undefined;
  const asksToMove = to !== undefined || (event.key.toLowerCase() === 'm' && !event.shiftKey);
  if (onMove !== undefined && code !== undefined && asksToMove) {
    event.preventDefault();
    onMove({ code, name, from, ...compact({ to }) });
    return;
  }
  const next = event.shiftKey ? undefined : neighbourCard(board, card, event.key);
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** Chooses the column that a narrow page shows. */
function ColumnPicker({
  columns,
  column,
  onChange,
}: {
  readonly columns: readonly StageOrUnknown[];
  readonly column: StageOrUnknown;
  readonly onChange: (column: StageOrUnknown) => void;
}) {
  const t = useLabels(pipelineLabels);
  const stageWord = useStageWord();
  return (
    <div className={boardStyles.picker}>
      <SelectField
        label={t('column')}
        value={column}
        onChange={(event) => onChange(event.target.value as StageOrUnknown)}
      >
        {columns.map((stage) => (
          <option key={stage} value={stage}>
            {stageWord(stage)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

/** What the last move did, with a button that undoes it. */
function DoneNotice({
  done,
  undo,
}: {
  readonly done: Done;
  readonly undo: ReturnType<typeof useUndoRevision>;
}) {
  const t = useLabels(pipelineLabels);
  return (
    <Notice live>
      {undo.isSuccess ? t('undone') : done.message}{' '}
      {undo.isSuccess ? null : (
        <TextButton
          disabled={undo.isPending}
          onClick={() => undo.mutate({ revision: done.revision })}
        >
          {t('undo')}
        </TextButton>
      )}
    </Notice>
  );
}

interface BoardProps {
  /** Whether a project has no known stage. */
  readonly unknown: boolean;
  /** The day of the page. Omitted until it is known. */
  readonly day: IsoDate | undefined;
  /** The units of money of the page. */
  readonly units: PageUnits | undefined;
}
/**
 * The active projects as cards in columns of their stages: gone through by arrow keys, moved by a
 * key, a button or dragging.
 */
export function Board({ unknown, day, units }: BoardProps) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  const navigate = useNavigate();
  const { view, change, hrefTo } = useViewState();
  const session = useSession().data;
  const profile = useZone().data;
  const undo = useUndoRevision();
  const root = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string>();
  const [column, setColumn] = useState<StageOrUnknown>('lead');
  const [dragged, setDragged] = useState<Move>();
  const [moving, setMoving] = useState<Move>();
  const [done, setDone] = useState<Done>();
  const today = serverDay();
  const asOf = view.as_of ?? day;
  const isPast = view.known_at !== undefined || (view.as_of !== undefined && view.as_of < today);
  const locked = readOnlyReason(session, isPast);
  const editable = locked === undefined;
  const columns: readonly StageOrUnknown[] = unknown ? stagesAndUnknown : stages;
  const start = (what: Move) => {
    setDone(undefined);
    undo.reset();
    setMoving(what);
  };
  return (
    <div className={boardStyles.board}>
      <p className={textStyles.note}>
        {asOf === undefined
          ? null
          : `${t('state_of', { day: formatDate(asOf, language, 'long') })} · `}
        <span id="board-keys" className={boardStyles.keys}>
          {t('board_keys')}
        </span>{' '}
        <span className={editable ? boardStyles.keys : undefined}>{t(locked ?? 'board_drag')}</span>
      </p>
      <ColumnPicker columns={columns} column={column} onChange={setColumn} />
      {done === undefined ? null : <DoneNotice done={done} undo={undo} />}
      <UndoFailure undo={undo} profile={profile} />
      <div
        className={boardStyles.columns}
        role="group"
        aria-label={t('board')}
        ref={root}
        onKeyDown={(event) => handleCardKey(event, root.current, editable ? start : undefined)}
        onFocus={(event) => setCurrent(event.target.dataset['card'] ?? current)}
      >
        {columns.map((stage) => (
          <BoardColumn
            key={stage}
            stage={stage}
            isActive={stage === column}
            asOf={asOf}
            knownAt={view.known_at}
            profile={profile}
            units={units}
            editable={editable}
            current={current}
            dragged={dragged}
            onDrag={setDragged}
            onMove={start}
            onOpen={(code) => void navigate(hrefTo(projectPath(code)))}
          />
        ))}
      </div>
      {moving === undefined ? null : (
        <BoardMove
          moving={moving}
          profile={profile}
          today={today}
          onClose={() => setMoving(undefined)}
          onDone={(revision, stage, fileLost) => {
            setMoving(undefined);
            const message = t('moved', { name: moving.name, stage: stageWord(stage) });
            // a move of today is in no earlier day
            if (revision !== null && asOf !== undefined && asOf < today) change({ as_of: today });
            if (revision !== null)
              setDone({ revision, message: fileLost ? `${message} ${t('file_lost')}` : message });
          }}
        />
      )}
    </div>
  );
}
