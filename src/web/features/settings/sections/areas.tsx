import type { SectionProps } from '#web/features/settings/section.ts';
import {
  FunctionZoneFields,
  IndustryFields,
} from '#web/features/zone/settings/fields/area-fields.tsx';
import { SettingsForm } from '#web/features/zone/settings/form/settings-form.tsx';
import { ofFields, SectionHistory } from '#web/features/zone/settings/history/section-history.tsx';

const isOf = ofFields('function_zones', 'industries');

/** The function zones and industries. */
export const AreaSettings = ({ profile }: SectionProps) => (
  <>
    <SettingsForm name="areas" profile={profile}>
      {(props) => (
        <>
          <FunctionZoneFields {...props} />
          <IndustryFields {...props} />
        </>
      )}
    </SettingsForm>
    <SectionHistory profile={profile} isOf={isOf} />
  </>
);
