import { findReachMonth } from '#domain/outlook/answer.ts';
import { formatMonth, formatPercent } from '#domain/values/format.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { writePace } from './format.ts';
import * as outlookStyles from '#web/features/outlook/outlook.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** A bar of a share of the width. */
const Bar = ({ kind, share }: { readonly kind: 'needed' | 'actual'; readonly share: number }) => (
  <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
    <rect data-pace={kind} width={Math.max(0.5, share * 100)} height="14" />
  </svg>
);

function PaceBars({
  row,
  needed,
  pace,
}: {
  readonly row: TargetRow;
  readonly needed: number;
  readonly pace: number;
}) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const top = Math.max(needed, pace, Number.MIN_VALUE);
  const bars = [
    ['needed', t('needed_label'), needed],
    ['actual', t('actual_label'), pace],
  ] as const;
  return (
    <dl className={outlookStyles.paces}>
      {bars.map(([key, label, value]) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            <Bar kind={key} share={Math.max(0, value) / top} />
            <b className={textStyles.number}>{writePace(row, value, language)}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The pace that is needed against the pace of the last twelve months. */
export function PacePart({ row }: { readonly row: TargetRow }) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const { required_per_month: needed, current_per_month: pace, kind } = row;
  if (kind === 'qualitative') return null;
  const month = findReachMonth(row);
  return (
    <section className={outlookStyles.part}>
      <h4>{t('pace_title')}</h4>
      {needed === undefined || pace === undefined ? (
        <p className={textStyles.note}>
          {t(kind === 'annual_flow' ? 'pace_yearly' : 'pace_unknown')}
        </p>
      ) : (
        <>
          <PaceBars row={row} needed={needed} pace={pace} />
          <p>
            {needed > 0 ? `${t('ratio', { share: formatPercent(pace / needed, language) })} ` : ''}
            {month === undefined
              ? t('not_reached')
              : t('reached', { month: formatMonth(month, language, 'long') })}
          </p>
        </>
      )}
    </section>
  );
}
