import type { SectionProps } from '#web/features/settings/section.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import {
  findRegisterStartFaults,
  RegisterStartFields,
} from '#web/features/zone/settings/fields/register-start-fields.tsx';
import { findTimeFaults, TimeFields } from '#web/features/zone/settings/fields/time-fields.tsx';
import { findAreaFaults, ZoneFields } from '#web/features/zone/settings/fields/zone-fields.tsx';
import { SettingsForm } from '#web/features/zone/settings/form/settings-form.tsx';
import { ofFields, SectionHistory } from '#web/features/zone/settings/history/section-history.tsx';
import { useLabels } from '#web/i18n/text.ts';

const isOf = ofFields(
  'name',
  'short_name',
  'base_currency',
  'time_zone',
  'report_day',
  'area_km2',
  'standing',
  'theme',
  'complete_from',
);

/** The names and facts of the zone, and the first known day of its register. */
export function ZoneSettings({ profile }: SectionProps) {
  const t = useLabels(zoneFormLabels);
  return (
    <>
      <SettingsForm
        name="names"
        profile={profile}
        check={(zone) => [
          ...findAreaFaults(zone),
          ...findTimeFaults(zone),
          ...findRegisterStartFaults(zone),
        ]}
      >
        {(props) => (
          <>
            <ZoneFields {...props} />
            <TimeFields {...props} />
            <h3>{t('register_start')}</h3>
            <RegisterStartFields {...props} />
          </>
        )}
      </SettingsForm>
      <SectionHistory profile={profile} isOf={isOf} />
    </>
  );
}
