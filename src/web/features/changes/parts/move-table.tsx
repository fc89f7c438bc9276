import { eventDayText } from '#domain/labels/projects/event-day.ts';
import type { ReactNode } from 'react';
import { formatCount } from '#domain/values/format.ts';
import { middleAmount, moneyText, type PageUnits } from '#domain/overview/money-units.ts';
import type { KnownChanges, Move, MoveSide } from '#domain/changes/moves.ts';
import { moveTerms, replanText, statusTerms } from '#domain/labels/index.ts';
import { changesLabels } from '#web/features/changes/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
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

/** Every changed project, newest first. A move back is described in words. */
export function MoveTable({
  moves,
  total,
  stageWord,
  link,
  note,
}: Pick<KnownChanges, 'moves' | 'total'> & {
  readonly stageWord: (stage: string) => string;
  readonly link: (move: Move) => ReactNode;
  /** The note that the list is not complete. */
  readonly note?: string;
}) {
  const t = useLabels(changesLabels);
  const language = useLanguage();
  const heading = t('moves', { n: formatCount(total, language) });
  const units = unitsOfMoves(moves);
  const writeDay = ({ date, by }: Move) =>
    date === undefined ? t('date_unknown') : eventDayText({ date, by }, language);
  return (
    <section className={textStyles.section}>
      <h3 data-says="changed_projects">{heading}</h3>
      {total === 0 ? <p className={textStyles.quiet}>{t('no_moves')}</p> : null}
      {moves.length === 0 ? null : (
        <DataTable<Move>
          caption={heading}
          rows={moves}
          rowKey={(move) => move.code}
          stacks="labelled"
          columns={[
            {
              id: 'project',
              label: t('project'),
              head: true,
              cell: link,
            },
            {
              id: 'what',
              label: t('what'),
              cell: (move) => <MoveKinds move={move} />,
            },
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
              cell: (move) => writeDay(move),
            },
          ]}
        />
      )}
      {moves.some(({ kinds }) => kinds.length > 1) ? (
        <p className={textStyles.quiet}>{t('counted_once')}</p>
      ) : null}
      {total > moves.length ? (
        <p className={textStyles.quiet} data-says="changed_projects">
          {note ??
            t('cut', {
              shown: formatCount(moves.length, language),
              all: formatCount(total, language),
            })}
        </p>
      ) : null}
    </section>
  );
}
