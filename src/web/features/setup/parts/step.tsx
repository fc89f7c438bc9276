import { type StepId, stepIds } from '#web/features/setup/steps.ts';
import type { FormEvent, ReactNode } from 'react';
import { setupLabels } from '#web/features/setup/labels/index.ts';
import type { StepState } from '#web/features/setup/progress.ts';
import { useLabels } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import * as setupStyles from '#web/features/setup/setup.module.css';

/** Returns the id of the element of a step. */
export const stepElement = (id: StepId): string => `setup-${id}`;

/** Moves to a step and puts the focus on its heading. */
export function goToStep(id: StepId): void {
  const heading = document.getElementById(stepElement(id));
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

interface StepProps {
  readonly id: StepId;
  readonly state: StepState;
  /** The future content of the overview, written while the step is open. */
  readonly will?: string;
  /** The content of the overview without the step. */
  readonly without: string;
  readonly onSkip: () => void;
  readonly onResume: () => void;
  readonly onSave?: () => void;
  /** When it was saved, in words. */
  readonly saved?: string | undefined;
  readonly children: ReactNode;
}

/** One step with its number, its state and a button that skips it. Enter saves it. */
export function Step({
  id,
  state,
  will,
  without,
  onSkip,
  onResume,
  onSave,
  saved,
  children,
}: StepProps) {
  const t = useLabels(setupLabels);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave?.();
  };
  const body =
    state === 'skipped' ? (
      <p className={setupStyles.lead}>
        {without} <TextButton onClick={onResume}>{t('resume')}</TextButton>
      </p>
    ) : (
      <>
        {state === 'open' && will !== undefined ? <p className={setupStyles.lead}>{will}</p> : null}
        {children}
      </>
    );
  return (
    <section className={setupStyles.step} aria-labelledby={stepElement(id)}>
      <header>
        <h3 id={stepElement(id)} tabIndex={-1}>
          <b aria-hidden="true">{stepIds.indexOf(id) + 1}</b>
          {t(id)}
        </h3>
        <small role="status">{saved === undefined ? t(state) : t('saved', { time: saved })}</small>
        {state === 'open' || state === 'busy' ? (
          <TextButton aria-label={`${t('skip')}: ${t(id)}`} onClick={onSkip}>
            {t('skip')}
          </TextButton>
        ) : null}
      </header>
      {onSave === undefined ? (
        body
      ) : (
        <form noValidate onSubmit={submit}>
          {body}
        </form>
      )}
    </section>
  );
}

/** The four steps with their content. A press, or Alt and its number, opens a step. */
export function StepBar({
  states,
  notes,
}: {
  readonly states: Readonly<Record<StepId, StepState>>;
  readonly notes: Readonly<Record<StepId, string>>;
}) {
  const t = useLabels(setupLabels);
  const current = stepIds.find((id) => states[id] === 'busy' || states[id] === 'open');
  return (
    <nav aria-label={t('steps')}>
      <ol className={setupStyles.bar}>
        {stepIds.map((id, at) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === current ? 'step' : undefined}
              aria-keyshortcuts={`Alt+${at + 1}`}
              onClick={() => goToStep(id)}
            >
              <b>
                {states[id] === 'done' ? <span aria-hidden="true">✓ </span> : null}
                {at + 1} {t(id)}
              </b>
              <small>{notes[id]}</small>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
