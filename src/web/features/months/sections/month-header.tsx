import type { PeriodState } from '#contract/targets/schemas.ts';
import { formatMonth } from '#domain/values/format.ts';
import { addMonths, monthsApart, type IsoDate, type Month } from '#domain/values/date.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { IconButton } from '#web/ui/controls/button.tsx';
import { SelectField } from '#web/ui/controls/field.tsx';
import { useMonthState } from './use-month-state.ts';
import * as monthsStyles from '#web/features/months/months.module.css';

/**
 * The number of open points of a month, counted once for the sentence, the strip and the closing.
 */
export interface OpenWork {
  readonly missing: number;
  readonly drafts: number;
  /** Requests without an answer to each value. */
  readonly unanswered: number;
  readonly proposals: number;
  readonly doubts: number;
  readonly causes: number;
}

/** The open points that are counted so far. */
export type OpenCounts = { readonly [Point in keyof OpenWork]: number | undefined };

const isCounted = (work: OpenCounts): work is OpenWork =>
  Object.values(work).every((count) => count !== undefined);

/** The month with its state, and a sentence on its open points. */
export function MonthHeader({
  month,
  months,
  newest,
  state,
  due,
  work,
  onChoose,
}: {
  readonly month: Month;
  readonly months: readonly Month[];
  readonly newest: Month;
  readonly state: PeriodState | undefined;
  /** The day on which its numbers are due. Undefined where nobody has set one. */
  readonly due: IsoDate | undefined;
  readonly work: OpenCounts;
  readonly onChoose: (month: Month) => void;
}) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const closing = state?.closed;
  const reopenedChanges = state?.changed?.length ?? 0;
  const stateText = useMonthState();
  return (
    <header>
      <div className={monthsStyles.period}>
        <IconButton
          framed
          icon="left"
          label={t('earlier')}
          onClick={() => onChoose(addMonths(month, -1))}
        />
        <SelectField
          label={t('period')}
          value={month}
          onChange={(event) => onChoose(event.target.value)}
        >
          {months.map((one) => (
            <option key={one} value={one}>
              {formatMonth(one, language, 'long')}
            </option>
          ))}
        </SelectField>
        <IconButton
          framed
          icon="right"
          label={t('later')}
          disabled={monthsApart(month, newest) <= 0}
          onClick={() => onChoose(addMonths(month, 1))}
        />
        {state === undefined ? null : (
          <span
            className={monthsStyles.state}
            data-state={closing === undefined ? 'open' : 'closed'}
          >
            {stateText(state, due)}
          </span>
        )}
      </div>
      {state === undefined ? null : (
        <p className={monthsStyles.lead} data-listed>
          {closing === undefined
            ? isCounted(work)
              ? t('lead', work)
              : t('lead_unknown')
            : t('lead_closed', { changed: closing.changed.length })}
          {reopenedChanges === 0
            ? null
            : (language === 'en' ? ' ' : '') + t('lead_reopened', { changed: reopenedChanges })}
        </p>
      )}
    </header>
  );
}
