import { type FormEvent, useState } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import { findRemoval, removeIndicator, removeTarget } from '#domain/zone/faults/removal.ts';
import { type Indicator, type Target, targetKey } from '#domain/zone/indicator.ts';
import { namePeriod } from '#domain/zone/target-period.ts';
import { formatTarget } from '#domain/targets/format-target.ts';
import type { ZoneChanges, ZoneProfile } from '#domain/zone/zone.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { useFormFocus } from '#web/ui/controls/use-form-focus.ts';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import { useSaveZone } from '#web/features/settings/indicators/use-save-zone.ts';
import * as drawerStyles from './drawer.module.css';

interface ConfirmProps {
  /** The label of the button that opens the question. */
  readonly ask: string;
  readonly confirm: string;
  readonly text: readonly string[];
  /** Whether another person changed the object in the meantime. */
  readonly isMoved: (now: ZoneProfile) => boolean;
  readonly make: (now: ZoneProfile) => ZoneChanges;
  readonly onRemoved: () => void;
}

/** A removal that says what else it removes, and requires a reason. */
function ConfirmRemoval({ ask, confirm, text, isMoved, make, onRemoved }: ConfirmProps) {
  const t = useLabels(indicatorLabels);
  const [isOpen, setOpen] = useState(false);
  const [isTried, setTried] = useState(false);
  const [reason, setReason] = useState('');
  const saving = useSaveZone();
  const around = useFormFocus(isOpen);
  if (!isOpen)
    return (
      <section ref={around}>
        <TextButton data-opens-form onClick={() => setOpen(true)}>
          {ask}
        </TextButton>
      </section>
    );
  const remove = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '') return;
    // the removal may unmount this form: then only the promise reports the result
    saving.mutateAsync({ isMoved, make, reason: reason.trim() }).then(onRemoved, () => undefined);
  };
  return (
    <section ref={around} aria-label={ask}>
      <form className={drawerStyles.confirm} noValidate onSubmit={remove}>
        {text.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <Field
          label={t('reason_removed')}
          value={reason}
          maxLength={500}
          onChange={({ target }) => setReason(target.value)}
          error={isTried && reason.trim() === '' ? t('fault_no_removal_reason') : undefined}
        />
        {saving.isError ? <ErrorPanel failure={toProblem(saving.error)} /> : null}
        <div className={drawerStyles.actions}>
          <Button type="submit" disabled={saving.isPending}>
            {confirm}
          </Button>
          <TextButton onClick={() => setOpen(false)}>{t('cancel')}</TextButton>
        </div>
      </form>
    </section>
  );
}

interface RemoveIndicatorProps {
  readonly profile: ZoneProfile;
  readonly indicator: Indicator;
  /** The number of its values. */
  readonly values: number;
  readonly onRemoved: () => void;
}
/** Removes an indicator with its targets; not while a ratio uses it. */
export function RemoveIndicator({ profile, indicator, values, onRemoved }: RemoveIndicatorProps) {
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  const { targets, ratios } = findRemoval(profile, indicator.id);
  if (ratios.length > 0)
    return (
      <p className={drawerStyles.quiet}>
        {t('kept_by_ratios')}{' '}
        {ratios.map(({ id, name }, at) => (
          <span key={id}>
            {at === 0 ? '' : t('comma')}
            <Link to={hrefTo('/settings/targets', { indicator: id })}>{name[language]}</Link>
          </span>
        ))}
      </p>
    );
  const name = indicator.name[language];
  const targetTexts = targets.map(({ period, comparator, value }) => {
    const when = period === undefined ? t('final') : namePeriod(period, profile.phases, language);
    return value === undefined
      ? when
      : `${when} ${formatTarget(comparator, value, indicator.unit, language)}`;
  });
  const find = (zone: ZoneProfile) => [
    zone.indicators.filter(({ id }) => id === indicator.id),
    findRemoval(zone, indicator.id),
  ];
  return (
    <ConfirmRemoval
      ask={t('remove_indicator')}
      confirm={t('remove_named', { name })}
      text={[
        targets.length === 0
          ? t('removes_no_target')
          : t('removes_targets', {
              n: targets.length,
              list: targetTexts.join(t('comma')),
            }),
        values === 0 ? t('removes_no_value') : t('keeps_values', { n: values }),
      ]}
      isMoved={(zone) => JSON.stringify(find(zone)) !== JSON.stringify(find(profile))}
      make={(zone) => removeIndicator(zone, indicator.id)}
      onRemoved={onRemoved}
    />
  );
}

/** Removes one target; the indicator, its values and its history stay. */
export function RemoveTarget({
  target,
  onRemoved,
}: {
  readonly target: Target;
  readonly onRemoved: () => void;
}) {
  const t = useLabels(indicatorLabels);
  const find = (zone: ZoneProfile) =>
    zone.targets.find((one) => targetKey(one) === targetKey(target));
  return (
    <ConfirmRemoval
      ask={t('remove_target')}
      confirm={t('remove_target')}
      text={[t('removes_target')]}
      isMoved={(zone) => JSON.stringify(find(zone)) !== JSON.stringify(target)}
      make={(zone) => removeTarget(zone, targetKey(target))}
      onRemoved={onRemoved}
    />
  );
}
