import type { SectionProps } from '#web/features/settings/section.ts';
import { NameFields } from '#web/features/targets/parts/name-fields.tsx';
import { RegisterStartFields } from '#web/features/targets/parts/register-start-fields.tsx';
import { ZoneHistory } from '#web/features/targets/parts/zone-history.tsx';
import { FormSections } from './form-sections.tsx';

const forms = [
  ['names', NameFields],
  ['register_start', RegisterStartFields],
] as const;

/** The names of the zone, the first known day, and the history of all settings. */
export const ZoneSettings = ({ profile }: SectionProps) => (
  <>
    <FormSections profile={profile} forms={forms} />
    <ZoneHistory />
  </>
);
