import type { ReactNode } from 'react';
import { peopleLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { useCopy } from '#web/ui/use-copy.ts';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';

interface OneTimeSecretProps {
  /** Explains the secret and its use. */
  readonly text: ReactNode;
  readonly label: string;
  readonly value: string;
}

/** A secret that is shown once, with a copy button. */
export function OneTimeSecret({ text, label, value }: OneTimeSecretProps) {
  const t = useLabels(peopleLabels);
  const { status, copy } = useCopy();
  return (
    <div className={accountsStyles.oneTimeLink} role="status">
      <p>{text}</p>
      <div className={fieldRowStyles.row}>
        <Field label={label} readOnly value={value} onFocus={(event) => event.target.select()} />
        <Button primary icon="link" onClick={() => copy(value)}>
          {t('copy')}
        </Button>
        <span className={accountsStyles.status}>{status === undefined ? null : t(status)}</span>
      </div>
    </div>
  );
}
