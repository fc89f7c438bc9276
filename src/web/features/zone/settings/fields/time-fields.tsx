import { isTimeZone, usualTimeZone } from '#domain/time/time-zone.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { type FormFault, useFault } from '#web/features/zone/settings/form/faults.tsx';
import type { ZoneFieldsProps } from '#web/features/zone/settings/form/settings-form.tsx';
import { useLabels } from '#web/i18n/text.ts';
import { Field } from '#web/ui/controls/field.tsx';
import * as formStyles from '#web/features/zone/settings/form/settings-form.module.css';
import { TimeZoneField } from '#web/features/time-zone/time-zone-field.tsx';

/** The time zone in which days end, and the report day. */
export function TimeFields({ draft, change }: ZoneFieldsProps) {
  const t = useLabels(zoneFormLabels);
  const [zoneFault, dayFault] = [useFault('time_zone'), useFault('report_day')];
  const { time_zone = usualTimeZone, report_day } = draft;
  return (
    <div className={formStyles.columns}>
      <TimeZoneField
        value={time_zone}
        error={zoneFault}
        onChange={(name) => change({ time_zone: name })}
      />
      <Field
        label={t('prop_report_day')}
        hint={t('report_day_hint')}
        inputMode="numeric"
        value={report_day === undefined ? '' : String(report_day)}
        error={dayFault}
        onChange={(event) => {
          const digits = event.target.value.replaceAll(/\D/g, '').slice(0, 2);
          change({ report_day: digits === '' ? null : Number(digits) });
        }}
      />
    </div>
  );
}

/** Finds faults: the time zone has a known name, and the report day is a day of a month. */
export const findTimeFaults = ({
  time_zone = usualTimeZone,
  report_day = 1,
}: ZoneFieldsProps['draft']): readonly FormFault[] => [
  ...(isTimeZone(time_zone) ? [] : [{ path: 'time_zone', rule: 'time_zone_known' as const }]),
  ...(report_day >= 1 && report_day <= 31
    ? []
    : [{ path: 'report_day', rule: 'day_of_month' as const }]),
];
