import type { SectionProps } from '#web/features/settings/section.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import {
  findLicenceFaults,
  RedistributionFields,
} from '#web/features/zone/settings/fields/redistribution-fields.tsx';
import {
  findSharingFaults,
  SharingFields,
} from '#web/features/zone/settings/fields/sharing-fields.tsx';
import { SettingsForm } from '#web/features/zone/settings/form/settings-form.tsx';
import { ofFields, SectionHistory } from '#web/features/zone/settings/history/section-history.tsx';
import { useLabels } from '#web/i18n/text.ts';

const isOf = ofFields('link_policy', 'licence', 'withheld');

/** The rules of the zone for its shared links, and for the use of its data by others. */
export function SharingSettings({ profile }: SectionProps) {
  const t = useLabels(zoneFormLabels);
  return (
    <>
      <p>{t('sharing_intro')}</p>
      <SettingsForm
        name="sharing"
        profile={profile}
        check={(zone) => [...findSharingFaults(zone), ...findLicenceFaults(zone)]}
      >
        {(props) => (
          <>
            <SharingFields {...props} />
            <RedistributionFields {...props} />
          </>
        )}
      </SettingsForm>
      <SectionHistory profile={profile} isOf={isOf} />
    </>
  );
}
