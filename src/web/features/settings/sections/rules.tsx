import type { SectionProps } from '#web/features/settings/section.ts';
import { PlanFields } from '#web/features/targets/parts/plan-fields.tsx';
import { useFault } from '#web/features/zone/settings/form/faults.tsx';
import {
  SettingsForm,
  type ZoneFieldsProps,
} from '#web/features/zone/settings/form/settings-form.tsx';
import { ofFields, SectionHistory } from '#web/features/zone/settings/history/section-history.tsx';

const isOf = ofFields('plan_path', 'checkpoints', 'thresholds');

const RuleFields = (props: ZoneFieldsProps) => (
  <PlanFields {...props} orderError={useFault('thresholds')} />
);

/** The plan path of the zone and the thresholds of the verdicts. */
export const RuleSettings = ({ profile }: SectionProps) => (
  <>
    <SettingsForm name="plan" profile={profile}>
      {(props) => <RuleFields {...props} />}
    </SettingsForm>
    <SectionHistory profile={profile} isOf={isOf} />
  </>
);
