import type { SectionProps } from '#web/features/settings/section.ts';
import {
  FactFields,
  findFactFaults,
  isPartnerFigure,
} from '#web/features/zone/settings/fields/fact-fields.tsx';
import {
  findPartnerFaults,
  PartnerFields,
} from '#web/features/zone/settings/fields/partner-fields.tsx';
import { SettingsForm } from '#web/features/zone/settings/form/settings-form.tsx';
import { SectionHistory } from '#web/features/zone/settings/history/section-history.tsx';

/** Whether a path belongs to a partner, or to a published count of partners. */
const isOf = (path: string): boolean => {
  const [field, entry = ''] = path.split('.');
  return (
    field === 'partners' ||
    (field === 'published' && isPartnerFigure({ id: entry.split(' ')[0] ?? '' }))
  );
};

/** The partners of the zone, and their published counts by day. */
export const PartnerSettings = ({ profile }: SectionProps) => (
  <>
    <SettingsForm
      name="partners"
      profile={profile}
      check={(next, base) => [...findPartnerFaults(next, base), ...findFactFaults(next, base)]}
    >
      {(props) => (
        <>
          <PartnerFields {...props} />
          <FactFields {...props} kind="partners" />
        </>
      )}
    </SettingsForm>
    <SectionHistory profile={profile} isOf={isOf} />
  </>
);
