import type { ComponentType } from 'react';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { type Changes, ZoneSection } from '#web/features/targets/parts/zone-section.tsx';
import { useLabels } from '#web/i18n/text.ts';

/** The fields of a form: they show the draft and report changes; `seen` is the stored zone. */
export interface FormFieldsProps {
  readonly draft: ZoneProfile;
  readonly change: (changes: Changes) => void;
  readonly seen: ZoneProfile;
}
type FormName = Extract<
  keyof typeof targetsLabels.en,
  'targets' | 'plan' | 'phases' | 'names' | 'lists' | 'mapping' | 'stage_words' | 'register_start'
>;

/** The forms of a section, each saved as a change of its own. The first one is open. */
export function FormSections({
  profile,
  forms,
}: {
  readonly profile: ZoneProfile;
  readonly forms: readonly (readonly [FormName, ComponentType<FormFieldsProps>])[];
}) {
  const t = useLabels(targetsLabels);
  return forms.map(([name, Fields], at) => (
    <ZoneSection key={name} name={name} title={t(name)} profile={profile} open={at === 0}>
      {(draft, change, seen) => <Fields draft={draft} change={change} seen={seen} />}
    </ZoneSection>
  ));
}
