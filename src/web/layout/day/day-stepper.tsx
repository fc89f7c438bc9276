import { lazy, Suspense } from 'react';
import { formatDate } from '#domain/values/date-format.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Icon } from '#web/ui/display/icon.tsx';
import { MenuButton, MenuTitle } from '#web/ui/overlays/menu.tsx';
import { Popover } from '#web/ui/overlays/popover.tsx';
import * as dayStyles from './day.module.css';
import * as textStyles from '#web/ui/text.module.css';

const DayForm = lazy(async () => ({ default: (await import('./day-form.tsx')).DayForm }));

interface DayStepperProps {
  /** Days that have data, ascending. */
  readonly days: readonly IsoDate[];
  readonly day: IsoDate;
  readonly onChange: (day: IsoDate) => void;
}

/** Finds the days with data before and after `day`. Omitted at the ends. */
export function neighbours(
  days: readonly IsoDate[],
  day: IsoDate,
): { readonly before: IsoDate | undefined; readonly after: IsoDate | undefined } {
  return {
    before: days.findLast((other) => other < day),
    after: days.find((other) => other > day),
  };
}

/** Steps through the days that have data, or chooses one. */
export function DayStepper({ days, day, onChange }: DayStepperProps) {
  const t = useLabels(frameLabels);
  const language = useLanguage();
  const { before, after } = neighbours(days, day);
  const place = days.indexOf(day);
  const step = (to: IsoDate | undefined, icon: 'left' | 'right', label: string) => (
    <button
      type="button"
      className={dayStyles.step}
      aria-label={label}
      title={to === undefined ? label : `${label}: ${formatDate(to, language)}`}
      disabled={to === undefined}
      onClick={() => to !== undefined && onChange(to)}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <div className={dayStyles.stepper}>
      {step(before, 'left', t('previous_day'))}
      <Popover
        label={t('days_with_data')}
        align="left"
        trigger={(button) => (
          <button {...button} type="button" className={dayStyles.current} title={t('day')}>
            <Icon name="calendar" />
            <span className={textStyles.number}>{formatDate(day, language)}</span>
            {place < 0 ? null : (
              <small className={textStyles.number}>{`${place + 1}/${days.length}`}</small>
            )}
          </button>
        )}
      >
        {(close) => (
          <>
            <MenuTitle>{t('days_with_data')}</MenuTitle>
            <div className={dayStyles.days}>
              {days.toReversed().map((other) => (
                <MenuButton
                  key={other}
                  label={formatDate(other, language)}
                  checked={other === day}
                  onClick={() => {
                    onChange(other);
                    close();
                  }}
                />
              ))}
            </div>
            <hr />
            <Suspense>
              <DayForm day={day} done={close} />
            </Suspense>
          </>
        )}
      </Popover>
      {step(after, 'right', t('next_day'))}
    </div>
  );
}
