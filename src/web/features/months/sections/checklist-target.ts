import { makeWording } from '#domain/targets/wording.ts';
import type { Month } from '#domain/values/date.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import type { Target } from '#domain/zone/indicator.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useLanguage } from '#web/i18n/text.ts';

export interface ChecklistProps {
  readonly profile: ZoneProfile;
  readonly target: Target;
  readonly month: Month;
}

/** The name of a target in words, at the start of a sentence. */
export function useTargetName({ profile, target }: Omit<ChecklistProps, 'month'>): string {
  const language = useLanguage();
  const indicator = profile.indicators.find(({ id }) => id === target.indicator);
  return sentenceStart(
    indicator === undefined ? target.indicator : makeWording(target, indicator)[language],
  );
}

/** The change of a zone in which one of its targets is replaced by another. */
export const replaceTarget = (profile: ZoneProfile, target: Target, next: Target) => ({
  base: profile,
  changes: { targets: profile.targets.map((one) => (one === target ? next : one)) },
});
