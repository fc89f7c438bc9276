import { compact } from '#domain/values/compact.ts';
import { useCallback } from 'react';
import type { FinalYears } from '#domain/targets/setup/first-targets.ts';
import { useDraft } from '#web/data/use-draft.ts';
import type { StepId } from './steps.ts';

/** The typed texts for the indicator of a template. An omitted field has its stored value. */
export interface RowDraft {
  readonly annual?: string;
  readonly final?: string;
  /** The unit and power, as `CNY:8`. */
  readonly unit?: string;
  readonly path?: 'straight' | 'as_last_year';
  readonly covers?: FinalYears;
  /** The two values that were confirmed with "it is right". */
  readonly sure?: string;
}
/** The typed texts that are not saved yet. */
export interface SetupDraft {
  readonly name?: string;
  readonly short?: string;
  readonly currency?: string;
  readonly time_zone?: string;
  /** The rows by template; `null` for a template that is no longer ticked. */
  readonly rows: Readonly<Record<string, RowDraft | null>>;
  readonly final_year?: string;
  readonly month?: string;
  /** The values of the month by indicator and month, as `fdi 2026-10`. */
  readonly values: Readonly<Record<string, string>>;
  /** Values of the month that were confirmed. */
  readonly sure: Readonly<Record<string, string>>;
  readonly source?: string;
  readonly skipped: readonly StepId[];
}
const nothing: SetupDraft = { rows: {}, values: {}, sure: {}, skipped: [] };
const isSetupDraft = (content: unknown): content is SetupDraft =>
  typeof content === 'object' &&
  content !== null &&
  ['rows', 'values', 'sure', 'skipped'].every((key) => key in content);

export type ChangeDraft = (make: (draft: SetupDraft) => SetupDraft) => void;

/** The draft of the set-up, which outlives a reload. */
export function useSetupDraft(): readonly [SetupDraft, ChangeDraft] {
  const [stored, store] = useDraft('setup', isSetupDraft);
  const draft = stored ?? nothing;
  const change = useCallback<ChangeDraft>((make) => store(make(draft)), [store, draft]);
  return [draft, change];
}

/** Removes the content of a saved step from the draft. */
export function forgetStep(draft: SetupDraft, step: StepId): SetupDraft {
  const { name, short, currency, time_zone, final_year, month, source, ...rest } = draft;
  const otherSteps = draft.skipped.filter((one) => one !== step);
  const isName = step === 'name';
  const patch = {
    ...compact({
      name: isName ? undefined : name,
      short: isName ? undefined : short,
      time_zone: isName ? undefined : time_zone,
      currency: isName ? undefined : currency,
      final_year: step === 'targets' ? undefined : final_year,
      source: step === 'month' ? undefined : source,
      month,
    }),
  };
  return {
    ...rest,
    ...patch,
    skipped: otherSteps,
    ...compact({
      rows: step === 'targets' ? {} : undefined,
      values: step === 'month' ? {} : undefined,
      sure: step === 'month' ? {} : undefined,
    }),
  };
}
