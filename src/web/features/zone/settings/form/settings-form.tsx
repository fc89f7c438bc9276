import { type ReactNode, useEffect, useState } from 'react';
import { usualGates } from '#domain/projects/gate.ts';
import { compact } from '#domain/values/compact.ts';
import { compareZones } from '#domain/zone/zone-changes.ts';
import { isPhaseChecklistPath } from '#domain/zone/phase-checklist.ts';
import { findNewZoneFaults } from '#domain/zone/zone-faults.ts';
import { changeZone, type ZoneChanges, type ZoneProfile } from '#domain/zone/zone.ts';
import { useUpdateZone } from '#web/data/mutations.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { useDraft } from '#web/data/use-draft.ts';
import { SavedNotice } from '#web/features/targets/saved-notice.tsx';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { useFirstWrongField } from '#web/ui/controls/use-first-wrong-field.ts';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { FaultList, type FormFault, FaultsProvider, useFault } from './faults.tsx';
import * as formStyles from './settings-form.module.css';

interface Draft {
  readonly seen: ZoneProfile;
  readonly changes: ZoneChanges;
  readonly reason: string;
}
const isDraft = (x: unknown): x is Draft =>
  typeof x === 'object' &&
  x !== null &&
  'seen' in x &&
  'changes' in x &&
  typeof (x as Draft).reason === 'string';

/** The props of the fields of a form: the zone as it would be, and a function that changes it. */
export interface ZoneFieldsProps {
  readonly draft: ZoneProfile;
  readonly change: (changes: ZoneChanges) => void;
}
interface SettingsFormProps {
  /** Key of the draft, which survives a reload. */
  readonly name: string;
  readonly profile: ZoneProfile;
  /** Completes the changes before they are checked and saved. */
  readonly complete?: (base: ZoneProfile, changes: ZoneChanges, reason: string) => ZoneChanges;
  /** Finds the faults that only this form knows. */
  readonly check?: (next: ZoneProfile, base: ZoneProfile) => readonly FormFault[];
  readonly children: (props: ZoneFieldsProps) => ReactNode;
}

const isSame = (a: unknown, b: unknown): boolean =>
  (a === null && b === undefined) || JSON.stringify(a) === JSON.stringify(b);
/** The usual gates apply to a zone without its own: a change of one of them needs a reason too. */
const withGates = (zone: ZoneProfile): ZoneProfile => ({ gates: usualGates, ...zone });
/** Whether a stored value changes or is removed, which needs a reason. An addition needs none. */
const changesStored = (base: ZoneProfile, next: ZoneProfile): boolean =>
  compareZones(withGates(base), withGates(next)).some(
    ({ from }) => from !== undefined && from !== '',
  );

/** The faults of the zone. The checklist of a phase follows its phase, whose fault comes first. */
function findOwnFaults(base: ZoneProfile, next: ZoneProfile): readonly FormFault[] {
  const faults = findNewZoneFaults(base, next);
  const others = faults.filter(({ path }) => !isPhaseChecklistPath(path));
  return others.length > 0 ? others : faults;
}

function useZoneDraft({ name, profile, complete, check }: SettingsFormProps) {
  const [draft, setDraft] = useDraft(`zone.${profile.origin}.${name}`, isDraft);
  const { seen: base = profile, reason = '' } = draft ?? {};
  const ownChanges = Object.fromEntries(
    Object.entries(draft?.changes ?? {}).filter(
      ([key, value]) => !isSame(value, base[key as keyof ZoneProfile]),
    ),
  ) as ZoneChanges;
  const changes = complete === undefined ? ownChanges : complete(base, ownChanges, reason);
  const next = changeZone(base, changes);
  const needsReason = changesStored(base, next);
  const faults: readonly FormFault[] = [
    ...findOwnFaults(base, next),
    ...(check?.(next, base) ?? []),
    ...(needsReason && reason.trim() === ''
      ? [{ path: 'reason', rule: 'reason_needed' as const }]
      : []),
  ];
  return {
    base,
    next,
    reason,
    changes,
    faults,
    needsReason,
    isDirty: Object.keys(changes).length > 0,
    change: (more: ZoneChanges) =>
      setDraft({ seen: base, changes: { ...draft?.changes, ...more }, reason }),
    setReason: (text: string) => setDraft({ seen: base, changes: ownChanges, reason: text }),
    keepOnPresent: () => setDraft({ seen: profile, changes: ownChanges, reason }),
    forget: () => setDraft(undefined),
  };
}

/**
 * A form of the zone's settings: a draft that is saved as one revision. Errors are at their fields,
 * after a try to save. A save is rejected when the zone has changed since it was read.
 */
export function SettingsForm(props: SettingsFormProps) {
  const t = useLabels(zoneFormLabels);
  const zone = useZoneDraft(props);
  const { base, next, reason, changes, faults, isDirty } = zone;
  const [tries, setTries] = useState(0);
  const form = useFirstWrongField(tries);
  const update = useUpdateZone();
  const isSaved = update.isSuccess && !isDirty;
  useEffect(() => {
    // the button that saved is gone
    if (isSaved && document.activeElement === document.body) form.current?.focus();
  }, [isSaved, form]);
  const visible = tries === 0 ? [] : faults;
  const forget = () => {
    setTries(0);
    zone.forget();
  };
  const save = () => {
    update.reset();
    if (faults.length > 0) return setTries(tries + 1);
    const why = reason.trim() === '' ? undefined : reason.trim();
    return update.mutate({ base, changes, ...compact({ reason: why }) }, { onSuccess: forget });
  };
  return (
    <FaultsProvider faults={visible}>
      <form
        ref={form}
        className={formStyles.form}
        noValidate
        tabIndex={-1}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {props.children({ draft: next, change: zone.change })}
        <FaultList zone={next} />
        {update.isError ? (
          <Failure error={update.error} keepOnPresent={zone.keepOnPresent} />
        ) : null}
        {isSaved ? <SavedNotice key={update.submittedAt} text={t('saved')} /> : null}
        {isDirty ? (
          <div className={formStyles.save}>
            <ReasonField isNeeded={zone.needsReason} value={reason} onChange={zone.setReason} />
            <Button primary type="submit" disabled={update.isPending}>
              {t('save')}
            </Button>
            <TextButton onClick={forget}>{t('discard')}</TextButton>
          </div>
        ) : null}
      </form>
    </FaultsProvider>
  );
}

/** Why a save failed. After another person's change, the user can reapply their own. */
function Failure({
  error,
  keepOnPresent,
}: {
  readonly error: Error;
  readonly keepOnPresent: () => void;
}) {
  const t = useLabels(zoneFormLabels);
  const { code } = toProblem(error);
  return (
    <ErrorPanel failure={{ code }}>
      {code === 'precondition_failed' ? (
        <TextButton onClick={keepOnPresent}>{t('keep_mine')}</TextButton>
      ) : null}
    </ErrorPanel>
  );
}

function ReasonField({
  isNeeded,
  value,
  onChange,
}: {
  readonly isNeeded: boolean;
  readonly value: string;
  readonly onChange: (reason: string) => void;
}) {
  const t = useLabels(zoneFormLabels);
  return (
    <Field
      label={t(isNeeded ? 'reason' : 'reason_optional')}
      value={value}
      maxLength={500}
      error={useFault('reason')}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** The day of an entry. */
export const today = (): string => serverDay();
