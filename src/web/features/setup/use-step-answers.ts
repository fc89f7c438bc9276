import { compact } from '#domain/values/compact.ts';
import { useEffect, useRef, useState } from 'react';
import { openQuestions } from '#web/features/imports/questions/proposals.ts';
import type { Importing } from '#web/features/imports/use-import.ts';

/** How long a typed name has to stay the same before it answers, in milliseconds. */
const typingPause = 600;

/** The answers of the first step about the new zone. */
export interface StepAnswers {
  /** The typed name. Omitted where the zone exists or the name is that of the sample. */
  readonly name: string | undefined;
  readonly currency: string | undefined;
}

/** Imports once the answers of the first step are read and no question is left. */
function useLaterCommit({ preview, phase, failure, commit }: Importing, isPending: boolean) {
  const [request, setRequest] = useState<{ readonly reason: string | undefined }>();
  useEffect(() => {
    if (request === undefined || phase === 'rereading' || isPending) return;
    setRequest(undefined);
    if (phase !== 'preview' || preview === undefined || failure !== undefined) return;
    if (openQuestions(preview).length === 0) void commit(request.reason);
  });
  return setRequest;
}

/**
 * Answers the questions of a read register for the zone by the answers of the first step, so that
 * nothing is asked twice. An answer that a person gives afterwards stays.
 * @returns the currency and the name of the answers, and the function that imports with them
 */
export function useStepAnswers(importing: Importing, { name, currency }: StepAnswers) {
  const { preview, phase, answers, answerAll } = importing;
  const asks = (id: string): boolean => preview?.questions.some((one) => one.id === id) ?? false;
  const isOfNewZone = name !== undefined && (asks('file_kind') || asks('zone_name'));
  const stepAnswers: Record<string, string> = {
    ...compact({
      zone_currency:
        (asks('zone_currency') || asks('currency')) && currency !== undefined
          ? currency
          : undefined,
      zone_name: isOfNewZone ? name : undefined,
      file_kind: isOfNewZone && asks('file_kind') ? 'other_zone' : undefined,
    }),
  };
  const attempt = JSON.stringify([preview?.id, stepAnswers]);
  const lastAttempt = useRef('');
  const lastChange = useRef({ name, at: 0 });
  if (lastChange.current.name !== name) lastChange.current = { name, at: Date.now() };
  const isKnown = Object.entries(stepAnswers).every(([id, answer]) => answers[id] === answer);
  // a failed answer stays for the manager, who sees why
  const isPending = phase === 'preview' && !isKnown && lastAttempt.current !== attempt;
  const send = (): void => {
    lastAttempt.current = attempt;
    void answerAll(stepAnswers);
  };
  useEffect(() => {
    if (!isPending) return undefined;
    const timer = setTimeout(send, lastChange.current.at + typingPause - Date.now());
    return () => clearTimeout(timer);
  });
  const commitLater = useLaterCommit(importing, isPending);
  const text = (id: string): string | undefined => {
    const answer = answers[id];
    return typeof answer === 'string' ? answer : undefined;
  };
  return {
    currency: text('zone_currency'),
    name: text('zone_name'),
    /**
     * Imports. Answers that are not sent or not read yet come first, so that neither a typed name
     * nor a press is lost.
     */
    commit: (reason?: string): Promise<void> => {
      if (!isPending && phase !== 'rereading') return importing.commit(reason);
      commitLater({ reason });
      if (isPending) send();
      return Promise.resolve();
    },
  };
}
