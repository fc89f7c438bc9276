import { type FormEvent, useState } from 'react';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { reminderLabels } from '#web/features/reminders/labels/index.ts';
import { useTestMail } from '#web/features/reminders/queries.ts';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';
import { TestOutcome } from './test-result.tsx';

/** Sends a test mail by the stored server. */
export function TestMail() {
  const t = useLabels(reminderLabels);
  const language = useLanguage();
  const test = useTestMail();
  const [to, setTo] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    test.mutate({ to: to.trim(), language });
  };
  return (
    <form onSubmit={send} noValidate>
      <div className={fieldRowStyles.row}>
        <Field
          label={t('test_to')}
          type="email"
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
        <Button type="submit" disabled={test.isPending || to.trim() === ''}>
          {t('test')}
        </Button>
      </div>
      <TestOutcome result={test.data} error={test.error} />
    </form>
  );
}
