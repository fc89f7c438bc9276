import { writePace, writeTargetValue } from '#charts/outlook/sentence.ts';
import { formatTarget } from '#domain/targets/format-target.ts';
import { formatPercent } from '#domain/values/format.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { findNeededPace } from '#domain/outlook/needed-pace.ts';
import type { TargetOutlook } from '#domain/outlook/outlook.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { DeclaredLine } from '#web/features/work/declared-line.tsx';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { WeakStatusChip } from '#web/ui/display/chip.tsx';
import { writeAnswer } from './answer-words.ts';
import * as outlookStyles from '#web/features/outlook/outlook.module.css';

function Answer({ outlook }: { readonly outlook: TargetOutlook }) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const { text, more, isShort } = writeAnswer(outlook, t, language);
  return (
    <span className={isShort ? outlookStyles.short : undefined}>
      <ExplainableFigure measure="verdict" of={`target=${targetKey(outlook.row)}`}>
        <b>{text}</b>
        {more === undefined ? null : <small>{more}</small>}
      </ExplainableFigure>
      <DeclaredLine declared={outlook.row.declared} />
    </span>
  );
}

function Pace({ outlook: { row } }: { readonly outlook: TargetOutlook }) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const { neededPerMonth, actual } = findNeededPace(row) ?? {};
  if (neededPerMonth === undefined && actual === undefined) return '—';
  return (
    <>
      {neededPerMonth === undefined ? null : (
        <ExplainableFigure measure="pace_needed" of={`target=${targetKey(row)}`}>
          {t(neededPerMonth < 0 ? 'needed_fall' : 'needed', {
            value: writePace(row, Math.abs(neededPerMonth), language),
          })}
        </ExplainableFigure>
      )}
      <small>
        {actual === undefined ? (
          t('no_pace')
        ) : (
          <ExplainableFigure measure="pace" of={`target=${targetKey(row)}`}>
            {t('at_present', { value: writePace(row, actual, language) })}
          </ExplainableFigure>
        )}
      </small>
    </>
  );
}

function Ceiling({ outlook: { row, range } }: { readonly outlook: TargetOutlook }) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  if (range === undefined || row.target === undefined) return '—';
  const share = Number(range.ceiling) / Number(row.target);
  return (
    <ExplainableFigure measure="outlook_ceiling" of={`target=${targetKey(row)}`}>
      <span>{writeTargetValue(row, range.ceiling, language)}</span>
      {Number.isFinite(share) ? (
        <small>{t('of_target', { share: formatPercent(share, language) })}</small>
      ) : null}
    </ExplainableFigure>
  );
}

interface AnswerTableProps {
  readonly targets: readonly TargetOutlook[];
  /** Without links to the block of each target: in a shared page the # holds the secret. */
  readonly unlinked?: boolean;
}

function Target({ row, unlinked }: Pick<TargetOutlook, 'row'> & { readonly unlinked: boolean }) {
  const language = useLanguage();
  const name = (
    <>
      <b>{row.name[language]}</b>{' '}
      <small data-says="target">
        {row.target === undefined
          ? ''
          : formatTarget(row.comparator, row.target, row.unit, language)}
      </small>
    </>
  );
  return unlinked ? name : <a href={`#outlook-${targetKey(row)}`}>{name}</a>;
}

/** The answer for every target, one row each. */
export function AnswerTable({ targets, unlinked = false }: AnswerTableProps) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  return (
    <div className={outlookStyles.answers}>
      <DataTable<TargetOutlook>
        caption={t('table')}
        rows={targets}
        rowKey={({ row }) => targetKey(row)}
        stacks="labelled"
        columns={[
          {
            id: 'target',
            label: t('target'),
            head: true,
            cell: ({ row }) => <Target row={row} unlinked={unlinked} />,
          },
          { id: 'answer', label: t('answer'), cell: (one) => <Answer outlook={one} /> },
          {
            id: 'now',
            label: t('now'),
            right: true,
            cell: ({ row }) =>
              row.now === undefined ? (
                '—'
              ) : (
                <>
                  <ExplainableFigure measure="target_value" of={`target=${targetKey(row)}`}>
                    <b>{writeTargetValue(row, row.now.value, language)}</b>
                  </ExplainableFigure>{' '}
                  <WeakStatusChip status={row.now.data_status} />
                </>
              ),
          },
          { id: 'pace', label: t('pace'), right: true, cell: (one) => <Pace outlook={one} /> },
          {
            id: 'ceiling',
            label: t('ceiling'),
            right: true,
            cell: (one) => <Ceiling outlook={one} />,
          },
        ]}
      />
    </div>
  );
}
