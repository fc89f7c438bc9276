import { eventDayText } from '#domain/labels/projects/event-day.ts';
import type { ReactNode } from 'react';
import { formatCount } from '#domain/values/format.ts';
import { middleAmount, moneyText, type PageUnits } from '#domain/overview/money-units.ts';
import type { KnownChanges, Move, MoveSide } from '#domain/changes/moves.ts';
import { moveTerms, replanText, statusTerms } from '#domain/labels/index.ts';
import { changesLabels } from '#web/features/changes/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';
import * as changesStyles from '#web/features/changes/changes.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** Amounts of single projects have one unit: that of the median of the revised amounts. */
function unitsOfMoves(moves: readonly Move[]): PageUnits {
  const revisedAmounts = moves
    .filter(({ kinds }) => kinds.includes('revised'))
    .flatMap(({ from, to }) => [from?.money ?? [], to?.money ?? []].flat());
  return (currency) => {
    const middle = middleAmount(revisedAmounts, currency);
    return { sum: middle, single: middle };
  };
}

/** What happened to a project, with its new planned days. */
function MoveKinds({ move }: { readonly move: Move }) {
  const t = useLabels(changesLabels);
  const language = useLanguage();
  return (
    <>
      {move.kinds.map((kind) => moveTerms[kind][language]).join(' · ')}
      {move.replans?.map((replan) => (
        <small key={replan.type} className={changesStyles.replanned}>
          {replanText(replan, language)}
        </small>
      ))}
      {move.regression && !move.kinds.includes('moved_back') ? (
        <b className={changesStyles.backwards}>{t('regression')}</b>
      ) : null}
    </>
  );
}

/** A project on one side of its move: stage, status and revised amount, which is explained. */
function SideCell({
  move,
  side,
  units,
  stageWord,
}: {
  readonly move: Move;
  readonly side: MoveSide | undefined;
  readonly units: PageUnits;
  readonly stageWord: (stage: string) => string;
}) {
  const t = useLabels(changesLabels);
  const language = useLanguage();
  const isRevised = move.kinds.includes('revised');
  const words: string[] = [];
  if (side !== undefined) {
    words.push(stageWord(side.stage));
    if (side.status !== 'active' || move.kinds.includes('status') || move.kinds.includes('gone'))
      words.push(statusTerms[side.status][language]);
    if (isRevised)
      words.push(
        side.money === undefined ? t('amount_missing') : moneyText(side.money, units, language),
      );
  }
  const text = side === undefined ? '—' : words.join(' · ');
  return isRevised ? (
    <ExplainableFigure measure="project_amount" of={`code=${encodeURIComponent(move.code)}`}>
      {text}
    </ExplainableFigure>
  ) : (
    text
  );
}

interface MoveTableProps extends Pick<KnownChanges, 'moves' | 'total'> {
  readonly stageWord: (stage: string) => string;
  readonly link: (move: Move) => ReactNode;
  /** Writes that the list of `shownCount` projects is not complete. */
  readonly note?: (shownCount: number) => string;
}

/** Makes the columns of changed projects. Their unit of money depends on all of them. */
function useMoveColumns({
  moves,
  stageWord,
  link,
}: Pick<MoveTableProps, 'moves' | 'stageWord' | 'link'>): readonly Column<Move>[] {
  const t = useLabels(changesLabels);
  const language = useLanguage();
  const units = unitsOfMoves(moves);
  return [
    { id: 'project', label: t('project'), head: true, cell: link },
    { id: 'what', label: t('what'), cell: (move) => <MoveKinds move={move} /> },
    {
      id: 'before',
      label: t('before'),
      cell: (move) => <SideCell {...{ move, units, stageWord }} side={move.from} />,
    },
    {
      id: 'after',
      label: t('after'),
      cell: (move) => <SideCell {...{ move, units, stageWord }} side={move.to} />,
    },
    {
      id: 'date',
      label: t('date'),
      right: true,
      cell: ({ date, by }) =>
        date === undefined ? t('date_unknown') : eventDayText({ date, by }, language),
    },
  ];
}

/** The first changed projects, newest first. A move back is described in words. */
export function MoveTable({
  moves,
  total,
  most = moves.length,
  note,
  more,
  ...cells
}: MoveTableProps & {
  /** How many of the moves are listed; all when omitted. */
  readonly most?: number;
  /** The control that lists more of them. */
  readonly more?: ReactNode;
}) {
  const t = useLabels(changesLabels);
  const language = useLanguage();
  const heading = t('moves', { n: formatCount(total, language) });
  const columns = useMoveColumns({ moves, ...cells });
  const rows = moves.slice(0, most);
  const writeCut = (shownCount: number): string =>
    t('cut', { shown: formatCount(shownCount, language), all: formatCount(total, language) });
  return (
    <section className={textStyles.section}>
      <h3 data-says="changed_projects">{heading}</h3>
      {total === 0 ? <p className={textStyles.quiet}>{t('no_moves')}</p> : null}
      {rows.length === 0 ? null : (
        <DataTable<Move>
          caption={heading}
          rows={rows}
          rowKey={(move) => move.code}
          stacks="labelled"
          columns={columns}
        />
      )}
      {moves.some(({ kinds }) => kinds.length > 1) ? (
        <p className={textStyles.quiet}>{t('counted_once')}</p>
      ) : null}
      {total > rows.length ? (
        <p className={textStyles.quiet} data-says="changed_projects">
          {(note ?? writeCut)(rows.length)}
        </p>
      ) : null}
      {more}
    </section>
  );
}
