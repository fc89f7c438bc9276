import type { StandardText } from '#domain/zone/standard-texts.ts';
import { useState } from 'react';
import {
  findTargetQuestion,
  type TargetQuestion,
} from '#domain/targets/setting/target-questions.ts';
import type { Observation, Target } from '#domain/zone/indicator.ts';
import { findTargetOf } from '#domain/zone/period-key.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { formatInPower } from '#domain/values/unit-power.ts';
import { periodKey } from '#domain/zone/period-key.ts';
import type { ZoneChanges, ZoneProfile } from '#domain/zone/zone.ts';
import { useDraft } from '#web/data/use-draft.ts';
import { useSaveZone } from '#web/features/settings/indicators/use-save-zone.ts';
import { readTargetDraft, type ReadTarget } from './read-target.ts';
import { type DraftOf, makeTargetDraft, type TargetDraft } from './target-draft.ts';

interface StoredDraft {
  readonly draft: TargetDraft;
  /** The target when typing began; null for a new one. */
  readonly seen: Target | null;
}
const isStored = (x: unknown): x is StoredDraft =>
  typeof x === 'object' &&
  x !== null &&
  'seen' in x &&
  typeof (x as Partial<StoredDraft>).draft?.value === 'string' &&
  Array.isArray((x as Partial<StoredDraft>).draft?.parts);

const same = (a: Target | undefined, b: Target | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

export interface TargetEditor {
  readonly draft: TargetDraft;
  readonly base: Target | undefined;
  readonly read: ReadTarget;
  readonly isDirty: boolean;
  /** Whether a save was tried, so that faults and the question are shown. */
  readonly isTried: boolean;
  readonly question: TargetQuestion | undefined;
  readonly change: (changes: Partial<TargetDraft>) => void;
  readonly repair: () => void;
  readonly discard: () => void;
  /** Continues from the target as stored now, with the typed fields. */
  readonly keepMine: () => void;
  readonly save: (sure?: boolean) => void;
  readonly saving: ReturnType<typeof useSaveZone>;
}

/** The value a year before the target, or the last level: a new value is compared with it. */
function knownValue(of: DraftOf, observations: readonly Observation[]): string | undefined {
  const { indicator, period } = of;
  if (period?.kind !== 'year') return undefined;
  const own = observations.filter((o) => o.indicator === indicator.id && o.value !== undefined);
  return indicator.kind === 'annual_flow'
    ? own.find((o) => o.period === `${period.year - 1}-12`)?.value
    : own.findLast((o) => o.period < `${period.year}-01`)?.value;
}

/** Makes the changes that store a target at its present place. */
const makeChanges = (zone: ZoneProfile, target: Target): ZoneChanges => ({
  targets: [...zone.targets.filter((one) => targetKey(one) !== targetKey(target)), target].toSorted(
    (a, b) => findPlace(zone.targets, a) - findPlace(zone.targets, b),
  ),
});

/** The typed fields, which survive a reload, with the target that they change. */
function useTypedTarget(of: DraftOf) {
  const { profile, indicator, period } = of;
  const now = findTargetOf(profile.targets, indicator.id, period);
  const [storedDraft, keep] = useDraft<StoredDraft>(
    `target.${profile.origin}.${indicator.id}.${periodKey(period)}`,
    isStored,
  );
  const base = storedDraft === undefined ? now : (storedDraft.seen ?? undefined);
  const draft = storedDraft?.draft ?? makeTargetDraft(now, of);
  return { now, storedDraft, keep, base, draft, read: readTargetDraft(draft, base, of) };
}

/** Makes the repair of a question, as a change of the draft. */
const makeRepair = (question: TargetQuestion, of: DraftOf): Partial<TargetDraft> =>
  question.kind === 'past_final'
    ? { deadline: question.deadline }
    : { value: formatInPower(question.repair, of.indicator, of.language) };

/** Finds what the draft of a target leaves open. */
const askAbout = (
  of: DraftOf,
  observations: readonly Observation[],
  target: ReturnType<typeof readTargetDraft>['target'],
  storedTarget: Target | undefined,
): TargetQuestion | undefined =>
  findTargetQuestion({
    target,
    storedTarget,
    indicator: of.indicator,
    targets: of.profile.targets,
    knownTotal: knownValue(of, observations),
    today: of.today,
  });

/**
 * The draft of one target: it survives a reload, is read while typing, and is saved with the target
 * that it replaces.
 */
export function useTargetDraft(
  of: DraftOf,
  observations: readonly Observation[],
  onSaved: () => void,
): TargetEditor {
  const { indicator, period } = of;
  const { now, storedDraft, keep, base, draft, read } = useTypedTarget(of);
  const [isTried, setTried] = useState(false);
  const saving = useSaveZone();
  const question = askAbout(of, observations, read.target, base);
  const change = (changes: Partial<TargetDraft>) =>
    keep({ draft: { ...draft, ...changes }, seen: base ?? null });
  const forget = () => {
    keep(undefined);
    setTried(false);
  };
  const save: TargetEditor['save'] = (sure = false) => {
    setTried(true);
    const usualReason: StandardText =
      base === undefined ? 'headway:target_first' : 'headway:target_edited';
    if (Object.keys(read.faults).length > 0 || (question !== undefined && !sure)) return;
    saving.mutate(
      {
        isMoved: (zone) => !same(findTargetOf(zone.targets, indicator.id, period), base),
        make: (zone) => makeChanges(zone, read.target),
        reason: draft.reason.trim() || usualReason,
      },
      {
        onSuccess: () => {
          forget();
          onSaved();
        },
      },
    );
  };
  return {
    draft,
    base,
    read,
    isTried,
    question,
    change,
    save,
    saving,
    isDirty: storedDraft !== undefined && !same(read.target, base),
    repair: () => question !== undefined && change(makeRepair(question, of)),
    discard: () => {
      forget();
      saving.reset();
    },
    keepMine: () => {
      keep({ draft, seen: now ?? null });
      saving.reset();
    },
  };
}

/** The place of a target in the stored order; a new one is last. */
function findPlace(targets: readonly Target[], target: Target): number {
  const at = targets.findIndex((one) => targetKey(one) === targetKey(target));
  return at < 0 ? targets.length : at;
}
