import { languages, type Text } from '#domain/values/language.ts';
import { stages, type Stage } from '#domain/projects/stage.ts';
import { sameWords, stageTerms } from '#domain/labels/index.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { TextFields } from './translated-text-fields.tsx';
import type { Changes } from './zone-section.tsx';

/** The zone's own names of the stages. A stage without one has the standard name. */
export function StageWordFields({
  draft,
  change,
}: {
  readonly draft: ZoneProfile;
  readonly change: (changes: Changes) => void;
}) {
  const language = useLanguage();
  const words = draft.stage_words ?? {};
  const put = (stage: Stage, text: Text) => {
    const { [stage]: _before, ...others } = words;
    change({
      stage_words: languages.every((one) => text[one].trim() === '')
        ? others
        : { ...others, [stage]: text },
    });
  };
  return (
    <>
      {stages.map((stage) => (
        <TextFields
          key={stage}
          label={stageTerms[stage][language]}
          value={words[stage] ?? sameWords('')}
          placeholder={stageTerms[stage]}
          onChange={(text) => put(stage, text)}
        />
      ))}
    </>
  );
}
