import type { SectionProps } from '#web/features/settings/section.ts';
import { TargetFields } from '#web/features/targets/parts/target-fields.tsx';
import { FormSections } from './form-sections.tsx';

const forms = [['targets', TargetFields]] as const;

/** The indicators of the zone with their targets. */
export const TargetSettings = ({ profile }: SectionProps) => (
  <FormSections profile={profile} forms={forms} />
);
