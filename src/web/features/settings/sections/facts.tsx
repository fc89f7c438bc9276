import type { SectionProps } from '#web/features/settings/section.ts';
import {
  FactFields,
  findFactFaults,
  isPartnerFigure,
} from '#web/features/zone/settings/fields/fact-fields.tsx';
import {
  findSourceFaults,
  SourceFields,
} from '#web/features/zone/settings/fields/source-fields.tsx';
import { zoneLabels } from '#web/features/zone/labels/index.ts';
import { SettingsForm } from '#web/features/zone/settings/form/settings-form.tsx';
import { SectionHistory } from '#web/features/zone/settings/history/section-history.tsx';
import { useLabels } from '#web/i18n/text.ts';

const isOf = (path: string): boolean => {
  const [field, entry = ''] = path.split('.');
  return (
    field === 'sources' ||
    (field === 'published' && !isPartnerFigure({ id: entry.split(' ')[0] ?? '' }))
  );
};

/** The published figures of the zone and the sources that they name. */
export function FactSettings({ profile }: SectionProps) {
  const t = useLabels(zoneLabels);
  return (
    <>
      <SettingsForm
        name="facts"
        profile={profile}
        check={(next, base) => [...findFactFaults(next, base), ...findSourceFaults(next)]}
      >
        {(props) => (
          <>
            <FactFields {...props} kind="others" />
            <h3>{t('sources')}</h3>
            <SourceFields {...props} />
          </>
        )}
      </SettingsForm>
      <SectionHistory profile={profile} isOf={isOf} />
    </>
  );
}
