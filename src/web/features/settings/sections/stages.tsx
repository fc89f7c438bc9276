import type { SectionProps } from '#web/features/settings/section.ts';
import { MappingFields } from '#web/features/targets/parts/name-fields.tsx';
import { StageWordFields } from '#web/features/targets/parts/stage-label-fields.tsx';
import { FormSections } from './form-sections.tsx';

const forms = [
  ['mapping', MappingFields],
  ['stage_words', StageWordFields],
] as const;

/** The groups and names of the stages. */
export const StageSettings = ({ profile }: SectionProps) => (
  <FormSections profile={profile} forms={forms} />
);
