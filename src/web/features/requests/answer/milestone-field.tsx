import type { MilestoneOutcome } from '#domain/requests/request.ts';
import { addDays, daysBetween, isIsoDate } from '#domain/values/date.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { answerLabels, manageLabels } from '#web/features/requests/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { DateField } from '#web/ui/dates/date-field.tsx';
import * as styles from './answer.module.css';
import type { CellFieldProps } from './cell-draft.ts';

const outcomes = [
  ['done', 'done'],
  ['not_yet', 'not_yet'],
  ['planned', 'postponed'],
] as const satisfies readonly (readonly [MilestoneOutcome, string])[];

/** A milestone: done with its day, not yet, or postponed to a new day. */
export function MilestoneField({ id, cell, reading, draft, onChange, isPressed }: CellFieldProps) {
  const t = useLabels(answerLabels);
  const days = useLabels(manageLabels);
  const { outcome, text } = draft;
  // what a press of Send gives the focus: the choice, then its day
  const isDayAsked = outcome !== undefined && outcome !== 'not_yet';
  const late =
    cell.planned === undefined || !isIsoDate(text) || outcome === 'not_yet'
      ? 0
      : daysBetween(cell.planned, text);
  return (
    <>
      <div className={styles.choice} role="group" aria-labelledby={`${id}-name`}>
        {outcomes.map(([value, label], i) => (
          <button
            key={value}
            type="button"
            id={i === 0 && !isDayAsked ? id : undefined}
            aria-pressed={outcome === value}
            onClick={() =>
              onChange({
                ...draft,
                outcome: value,
                text: value === 'not_yet' ? '' : text,
              })
            }
          >
            {t(label)}
          </button>
        ))}
      </div>
      {isDayAsked ? (
        <div className={styles.number}>
          <DateField
            isBare
            id={id}
            error={isPressed && reading.at === 'no_day' ? t('no_day') : undefined}
            label={t(outcome === 'done' ? 'done_day' : 'new_day')}
            max={outcome === 'done' ? addDays(serverDay(), 1) : undefined}
            value={text}
            onChange={({ target }) => onChange({ ...draft, text: target.value })}
          />
          <span>
            {late === 0
              ? ''
              : late > 0
                ? days('days_late', { days: late })
                : days('days_early', { days: -late })}
          </span>
        </div>
      ) : null}
    </>
  );
}
