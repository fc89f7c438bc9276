import type { SectionProps } from '#web/features/settings/section.ts';
import { PhaseFields } from '#web/features/targets/parts/name-fields.tsx';
import { FormSections } from './form-sections.tsx';

const forms = [['phases', PhaseFields]] as const;

/** The phases of the zone. */
export const PhaseSettings = ({ profile }: SectionProps) => (
  <FormSections profile={profile} forms={forms} />
);
