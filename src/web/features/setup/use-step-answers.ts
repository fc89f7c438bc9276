import { useEffect, useRef } from 'react';
import type { Importing } from '#web/features/imports/use-import.ts';

/** How long a typed name has to stay the same before it answers, in milliseconds. */
const typingPause = 600;

/** The answers of the first step about the new zone. */
export interface StepAnswers {
  /** The typed name. Omitted where the zone exists or the name is that of the sample. */
  readonly name: string | undefined;
  readonly currency: string | undefined;
}

/**
 * Answers the questions of a read register for the zone with what the first step says, so that
 * nothing is asked twice. An answer that a person gives afterwards stays.
 * @returns the currency and the name that the questions were answered with
 */
export function useStepAnswers(importing: Importing, { name, currency }: StepAnswers) {
  const { preview, phase, answers, answerAll } = importing;
  const asks = (id: string): boolean => preview?.questions.some((one) => one.id === id) ?? false;
  const isOfNewZone = name !== undefined && (asks('file_kind') || asks('zone_name'));
  const stepAnswers: Record<string, string> = {
    ...((asks('zone_currency') || asks('currency')) && currency !== undefined
      ? { zone_currency: currency }
      : {}),
    ...(isOfNewZone ? { zone_name: name } : {}),
    ...(isOfNewZone && asks('file_kind') ? { file_kind: 'other_zone' } : {}),
  };
  const attempt = JSON.stringify([preview?.id, stepAnswers]);
  const lastAttempt = useRef('');
  useEffect(() => {
    const isKnown = Object.entries(stepAnswers).every(([id, answer]) => answers[id] === answer);
    // a failed answer stays for the manager, who sees why
    if (phase !== 'preview' || isKnown || lastAttempt.current === attempt) return undefined;
    const timer = setTimeout(() => {
      lastAttempt.current = attempt;
      void answerAll(stepAnswers);
    }, typingPause);
    return () => clearTimeout(timer);
  });
  const text = (id: string): string | undefined => {
    const answer = answers[id];
    return typeof answer === 'string' ? answer : undefined;
  };
  return { currency: text('zone_currency'), name: text('zone_name') };
}
