import type { IndicatorChange } from '#domain/changes/indicator-changes.ts';
import { basisTerms } from '#domain/labels/index.ts';
import { changeText } from '#domain/labels/targets/indicator-change.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { formatDate } from '#domain/values/format.ts';
import { inBrackets } from '#domain/values/language.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import * as textStyles from '#web/ui/text.module.css';
import * as valueChangeStyles from './value-change.module.css';

interface ValueChangeProps {
  readonly row: TargetRow;
  readonly changes: readonly IndicatorChange[];
  /** The compared day. */
  readonly since: IsoDate;
}

/**
 * The change of a value since the compared day, or why there is none. What both values cover is
 * stated if the value of the row covers something else. A target with an earlier last value has no
 * change.
 */
export function ValueChange({ row, changes, since }: ValueChangeProps) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const change = changes.find(({ indicator }) => indicator === row.indicator);
  if (change === undefined || row.now === undefined || change.to?.date !== row.now.date)
    return null;
  const { covers, difference } = change;
  const basis =
    difference === undefined || covers === undefined || covers === row.now.basis
      ? ''
      : inBrackets(basisTerms[covers][language], language);
  const text = `${changeText(change, language)}${basis}`;
  return (
    <small className={`${valueChangeStyles.change} ${textStyles.number}`}>
      {difference === undefined ? (
        text
      ) : (
        <ExplainableFigure measure="indicator_change" of={`target=${row.indicator}&from=${since}`}>
          {text}
        </ExplainableFigure>
      )}{' '}
      <span className={valueChangeStyles.since}>
        {t('since_day', { date: formatDate(since, language, 'short') })}
      </span>
    </small>
  );
}
