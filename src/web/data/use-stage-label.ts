import { useCallback } from 'react';
import { stageWord } from '#domain/labels/projects/stage.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { useOverviewOfView } from './overview-of-view.ts';

/** Names a stage in the reader's language, in the words of the zone. */
export function useStageWord(): (stage: string) => string {
  const language = useLanguage();
  const words = useOverviewOfView().data?.zone.stage_words;
  return useCallback((stage) => stageWord(words, stage, language), [words, language]);
}
