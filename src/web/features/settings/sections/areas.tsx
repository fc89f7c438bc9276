import type { SectionProps } from '#web/features/settings/section.ts';
import { ListFields } from '#web/features/targets/parts/name-fields.tsx';
import { FormSections } from './form-sections.tsx';

const forms = [['lists', ListFields]] as const;

/** The function zones and industries. */
export const AreaSettings = ({ profile }: SectionProps) => (
  <FormSections profile={profile} forms={forms} />
);
