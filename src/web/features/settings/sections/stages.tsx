import type { SectionProps } from '#web/features/settings/section.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { findGateFaults, GateFields } from '#web/features/zone/settings/fields/gate-fields.tsx';
import {
  StageGroupFields,
  StageWordFields,
} from '#web/features/zone/settings/fields/stage-fields.tsx';
import { SettingsForm } from '#web/features/zone/settings/form/settings-form.tsx';
import { ofFields, SectionHistory } from '#web/features/zone/settings/history/section-history.tsx';
import { useLabels } from '#web/i18n/text.ts';

const isOf = ofFields('stage_mapping', 'stage_words', 'gates');

/** The groups and names of the stages, and their gates. */
export function StageSettings({ profile }: SectionProps) {
  const t = useLabels(zoneFormLabels);
  return (
    <>
      <SettingsForm name="stages" profile={profile} check={findGateFaults}>
        {(props) => (
          <>
            <h3>{t('stage_groups')}</h3>
            <StageGroupFields {...props} />
            <h3>{t('stage_words')}</h3>
            <StageWordFields {...props} />
            <h3>{t('gates')}</h3>
            <GateFields {...props} />
          </>
        )}
      </SettingsForm>
      <SectionHistory profile={profile} isOf={isOf} />
    </>
  );
}
