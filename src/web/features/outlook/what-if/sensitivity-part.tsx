import { writeTargetValue } from '#charts/outlook/sentence.ts';
import { Fragment } from 'react';
import { targetKey } from '#domain/zone/indicator.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { comparedRamps } from '#domain/outlook/make-chance.ts';
import type { Assumption, Sensitivity } from '#domain/outlook/scenario/scenario-result.ts';
import type { TargetOutlook } from '#domain/outlook/outlook.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { formatPercent } from '#domain/values/format.ts';
import { whatIfLabels } from '#web/features/outlook/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import * as textStyles from '#web/ui/text.module.css';
import { FoldedPart } from '#web/features/outlook/parts/folded.tsx';
import * as styles from './what-if.module.css';

const findLargest = ({ changes }: Sensitivity): number =>
  changes.reduce((most, one) => (Math.abs(one) > Math.abs(most) ? one : most), 0);

/** Bars from a line in the middle: the changes by a lower and by a higher assumption. */
function Bars({ changes, top }: { readonly changes: readonly number[]; readonly top: number }) {
  return (
    <svg viewBox="-100 0 200 14" preserveAspectRatio="none" aria-hidden="true">
      {changes.map((change) => {
        const width = (Math.abs(change) / top) * 98;
        return (
          <rect
            key={change}
            data-sign={change < 0 ? 'less' : 'more'}
            x={change < 0 ? -width : 0}
            width={Math.max(width, 0.5)}
            height="14"
          />
        );
      })}
      <line x1="0" x2="0" y1="0" y2="14" />
    </svg>
  );
}

/** Writes a change of a target's value with its sign and unit. */
export function writeChange(row: TargetRow, value: number, language: 'zh-CN' | 'ja' | 'en') {
  return `${value < 0 ? '−' : '+'}${writeTargetValue(row, Math.abs(value), language)}`;
}

/** The assumptions that move the result most, one bar each, largest first. */
export function SensitivityPart({
  row,
  sensitivity,
  chance,
}: Pick<TargetOutlook, 'row' | 'sensitivity' | 'chance'>) {
  const t = useLabels(whatIfLabels);
  const language = useLanguage();
  const first = sensitivity?.[0];
  if (sensitivity === undefined || first === undefined) return null;
  const name = (assumption: Assumption): string =>
    assumption === 'ramp' ? t('bar_ramp', comparedRamps) : t(`bar_${assumption}`);
  const top = Math.abs(findLargest(first));
  const what = name(first.assumption);
  const value = writeChange(row, findLargest(first), language);
  const need = Number(chance?.need ?? 0);
  const claim =
    need > 0
      ? t('largest', { what, value, share: formatPercent(top / need, language) })
      : t('largest_alone', { what, value });
  return (
    <FoldedPart
      title={t('sensitivity')}
      more={t('sensitivity_of')}
      answer={claim}
      says="outlook_likely pace"
    >
      <dl className={styles.bars}>
        {sensitivity.map(({ assumption, changes }) => (
          <div key={assumption}>
            <dt>{name(assumption)}</dt>
            <dd>
              <Bars changes={changes} top={top} />
              <span className={textStyles.number}>
                {changes.map((change, at) => (
                  <Fragment key={change}>
                    {at === 0 ? '' : ' / '}
                    <ExplainableFigure
                      measure="outlook_effect"
                      of={`target=${targetKey(row)}&assumption=${assumption}&place=${at}`}
                    >
                      {writeChange(row, change, language)}
                    </ExplainableFigure>
                  </Fragment>
                ))}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p>{claim}</p>
      {chance === undefined ? null : <p className={textStyles.note}>{t('only_range')}</p>}
    </FoldedPart>
  );
}
