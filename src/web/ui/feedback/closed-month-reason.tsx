import { useState } from 'react';
import { uiLabels } from '#web/ui/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';

/** Asks why a value of a closed month changes, then sends the change again. */
export function ClosedMonthReason({
  text = '',
  onType,
  onSend,
}: {
  /** The reason as typed before. */
  readonly text?: string;
  /** For a page that can send the change by another button too. */
  readonly onType?: (reason: string) => void;
  readonly onSend: (reason: string) => void;
}) {
  const t = useLabels(uiLabels);
  const [reason, setReason] = useState(text);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onSend(reason.trim());
      }}
    >
      <Field
        label={t('problem_month_closed')}
        maxLength={500}
        autoFocus
        value={reason}
        onChange={({ target }) => {
          setReason(target.value);
          onType?.(target.value);
        }}
      />
      <Button type="submit">{t('retry')}</Button>
    </form>
  );
}
