import { writePace, writeTargetValue } from '#charts/outlook/sentence.ts';
import { findNeededPace, findReachMonth, type NeededPace } from '#domain/outlook/needed-pace.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { refusalTerms } from '#domain/labels/targets/forecast.ts';
import { formatMonth, formatPercent } from '#domain/values/format.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { getDirection } from '#domain/targets/verdict.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { UnitText } from '#web/ui/display/unit-text.tsx';
import { targetKey } from '#domain/zone/indicator.ts';
import * as outlookStyles from '#web/features/outlook/outlook.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** A bar that takes a share of the width. */
const Bar = ({ kind, share }: { readonly kind: 'needed' | 'actual'; readonly share: number }) => (
  <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
    <rect data-pace={kind} width={Math.max(0.5, share * 100)} height="14" />
  </svg>
);

/** Needed and actual pace on one scale. An unknown pace has no bar. */
function PaceBars({
  row,
  basis,
  neededPerMonth,
  actual,
  since,
}: { readonly row: TargetRow } & NeededPace) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const direction = getDirection(row.comparator);
  const needed = neededPerMonth === undefined ? undefined : Math.abs(neededPerMonth);
  const towards = (actual ?? 0) * direction;
  const top = Math.max(needed ?? 0, towards, Number.MIN_VALUE);
  const actualLabel =
    since !== undefined
      ? t('actual_label_since', { month: formatMonth(since, language, 'long') })
      : t(basis === 'year' ? 'actual_label_year' : 'actual_label');
  const bars = [
    ['needed', t(direction === 1 ? 'needed_label' : 'needed_label_fall'), needed, needed],
    ['actual', actualLabel, actual, towards],
  ] as const;
  return (
    <dl className={outlookStyles.paces}>
      {bars.map(([key, label, value, length = 0]) => (
        <div key={key}>
          <dt data-words>{label}</dt>
          <dd>
            {value === undefined ? (
              '—'
            ) : (
              <>
                <Bar kind={key} share={Math.max(0, length) / top} />
                <b className={textStyles.number}>
                  <ExplainableFigure
                    measure={key === 'needed' ? 'pace_needed' : 'pace'}
                    of={`target=${targetKey(row)}`}
                  >
                    <UnitText text={writePace(row, value, language)} units={[row.unit]} />
                  </ExplainableFigure>
                </b>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The result of the pace: its share of the needed pace, and the month of arrival. */
function PaceOutcome({ row, pace }: { readonly row: TargetRow; readonly pace: NeededPace }) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const { neededPerMonth, actual, basis } = pace;
  const { forecast } = row;
  if (actual === undefined)
    return (
      <p className={textStyles.note} data-words>
        {forecast.kind === 'refused' && basis !== 'level'
          ? `${t('no_pace')}${kitLabels[language].colon}${refusalTerms[forecast.reason][language]}`
          : t('pace_unknown')}
      </p>
    );
  if (neededPerMonth === undefined || neededPerMonth === 0) return null;
  const month = findReachMonth(row);
  const reach =
    basis === 'year'
      ? forecast.kind === 'range'
        ? t('year_end', { value: writeTargetValue(row, forecast.p50, language) })
        : ''
      : month === undefined
        ? t('not_reached')
        : t('reached', { month: formatMonth(month, language, 'long') });
  const share = actual / neededPerMonth;
  return (
    <p>
      {share < 0 ? null : (
        <ExplainableFigure measure="pace_ratio" of={`target=${targetKey(row)}`}>
          {t('ratio', { share: formatPercent(share, language) })}
        </ExplainableFigure>
      )}
      {reach === '' ? null : (
        <>
          {language === 'en' ? ' ' : ''}
          <ExplainableFigure measure="forecast" of={`target=${targetKey(row)}`}>
            {reach}
          </ExplainableFigure>
        </>
      )}
    </p>
  );
}

const whyNone = ({ kind, now, comparator }: TargetRow) => {
  if (kind !== 'annual_flow' || now === undefined) return 'pace_unknown';
  return getDirection(comparator) < 0 ? 'pace_limit' : 'pace_yearly';
};

/** The needed pace, compared with the actual one. */
export function PacePart({ row }: { readonly row: TargetRow }) {
  const t = useLabels(outlookLabels);
  if (row.kind === 'qualitative') return null;
  const pace = findNeededPace(row);
  return (
    <section className={outlookStyles.part}>
      <h4>
        {t('pace_title')}{' '}
        {pace === undefined ? null : <small>{t(`pace_basis_${pace.basis}`)}</small>}
      </h4>
      {pace === undefined ? (
        <p className={textStyles.note}>{t(whyNone(row))}</p>
      ) : (
        <>
          <PaceBars row={row} {...pace} />
          <PaceOutcome row={row} pace={pace} />
        </>
      )}
    </section>
  );
}
