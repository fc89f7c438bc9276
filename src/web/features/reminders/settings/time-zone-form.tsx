import { type FormEvent, useState } from 'react';
import type { Reminders } from '#contract/reminders/schemas.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { digestLabels, reminderLabels } from '#web/features/reminders/labels/index.ts';
import { useChangeReminders } from '#web/features/reminders/queries.ts';
import * as remindersStyles from '#web/features/reminders/reminders.module.css';

/** The time zone of digests. Until one is stored, that of this browser is proposed. */
export function TimeZoneForm({ reminders }: { readonly reminders: Reminders }) {
  const t = useLabels(reminderLabels);
  const words = useLabels(digestLabels);
  const save = useChangeReminders();
  const { version, time_zone } = reminders;
  const [zone, setZone] = useState(() =>
    version === 0 ? Intl.DateTimeFormat().resolvedOptions().timeZone : time_zone,
  );
  const failure = save.isError ? toProblem(save.error) : undefined;
  const isWrong = failure?.problem?.errors?.some(({ path }) => path === 'time_zone') ?? false;
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ patch: { time_zone: zone.trim() }, version });
  };
  return (
    <form onSubmit={send} noValidate>
      <div className={remindersStyles.row}>
        <Field
          label={t('time_zone')}
          hint={t('time_zone_hint')}
          error={isWrong ? t('wrong_time_zone') : undefined}
          autoComplete="off"
          value={zone}
          onChange={(event) => {
            save.reset();
            setZone(event.target.value);
          }}
        />
        <Button type="submit" disabled={save.isPending}>
          {words('save')}
        </Button>
        <span role="status">{save.isSuccess ? words('saved') : null}</span>
      </div>
      {failure === undefined || isWrong ? null : <ErrorPanel failure={failure} />}
    </form>
  );
}
