import type { SectionProps } from '#web/features/settings/section.ts';
import { PlanFields } from '#web/features/targets/parts/plan-fields.tsx';
import { FormSections } from './form-sections.tsx';

const forms = [['plan', PlanFields]] as const;

/** The plan path of the zone and the thresholds of the verdicts. */
export const RuleSettings = ({ profile }: SectionProps) => (
  <FormSections profile={profile} forms={forms} />
);
