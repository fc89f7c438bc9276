import type { SectionProps } from '#web/features/settings/section.ts';
import {
  findThresholdFaults,
  PlanFields,
} from '#web/features/zone/settings/fields/plan-fields.tsx';
import { SettingsForm } from '#web/features/zone/settings/form/settings-form.tsx';
import { ofFields, SectionHistory } from '#web/features/zone/settings/history/section-history.tsx';

const isOf = ofFields('plan_path', 'checkpoints', 'thresholds');

/** The plan path of the zone and the thresholds of the verdicts. */
export const RuleSettings = ({ profile }: SectionProps) => (
  <>
    <SettingsForm name="plan" profile={profile} check={findThresholdFaults}>
      {(props) => <PlanFields {...props} />}
    </SettingsForm>
    <SectionHistory profile={profile} isOf={isOf} />
  </>
);
