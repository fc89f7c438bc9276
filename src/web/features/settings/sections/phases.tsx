import { isPhaseChecklistPath } from '#domain/zone/phase-checklist.ts';
import type { SectionProps } from '#web/features/settings/section.ts';
import {
  completePhases,
  findPhaseFaults,
  PhaseFields,
} from '#web/features/zone/settings/fields/phase-fields.tsx';
import { SettingsForm } from '#web/features/zone/settings/form/settings-form.tsx';
import { ofFields, SectionHistory } from '#web/features/zone/settings/history/section-history.tsx';

const isPhase = ofFields('phases', 'phase_note');
const isOf = (path: string): boolean => isPhase(path) || isPhaseChecklistPath(path);

/** The phases of the zone and their checklists. */
export const PhaseSettings = ({ profile }: SectionProps) => (
  <>
    <SettingsForm name="phases" profile={profile} complete={completePhases} check={findPhaseFaults}>
      {(props) => <PhaseFields {...props} />}
    </SettingsForm>
    <SectionHistory profile={profile} isOf={isOf} />
  </>
);
