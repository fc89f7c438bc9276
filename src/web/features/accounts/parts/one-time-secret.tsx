import { useState, type ReactNode } from 'react';
import { peopleText } from '#web/features/accounts/labels/people/index.ts';
import { useText } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';

interface ShownOnceProps {
  /** What it is and what to do with it. */
  readonly text: ReactNode;
  readonly label: string;
  readonly value: string;
}

/** A secret that its maker takes away now or never. */
export function ShownOnce({ text, label, value }: ShownOnceProps) {
  const t = useText(peopleText);
  const [said, setSaid] = useState<'copied' | 'copy_failed'>();
  const copy = () => {
    navigator.clipboard.writeText(value).then(
      () => setSaid('copied'),
      () => setSaid('copy_failed'),
    );
  };
  return (
    <div className="aclink" role="status">
      <p>{text}</p>
      <div className="acrow">
        <Field label={label} readOnly value={value} onFocus={(event) => event.target.select()} />
        <Button primary icon="link" onClick={copy}>
          {t('copy')}
        </Button>
        <span className="acsaid">{said === undefined ? null : t(said)}</span>
      </div>
    </div>
  );
}
