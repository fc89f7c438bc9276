import { useEffect, useRef } from 'react';
import { secondFactorLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { useCopy } from '#web/ui/use-copy.ts';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';

const fileName = 'headway-recovery-codes.txt';
function saveAsFile(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

interface NewRecoveryCodesProps {
  readonly codes: readonly string[];
  /** The codes are the whole page. */
  readonly alone?: boolean;
  readonly onKept: () => void;
}

/** New recovery codes, shown once, to be copied or saved. */
export function NewRecoveryCodes({ codes, alone = false, onKept }: NewRecoveryCodesProps) {
  const t = useLabels(secondFactorLabels);
  const { status, copy } = useCopy();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const Heading = alone ? 'h1' : 'h3';
  const text = `${codes.join('\n')}\n`;
  return (
    <div className={accountsStyles.codes} ref={box} tabIndex={-1}>
      <Heading>{t('codes')}</Heading>
      <p className={fieldRowStyles.text}>{t('codes_text')}</p>
      <ul aria-label={t('codes')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={fieldRowStyles.row}>
        <Button icon="link" onClick={() => copy(text)}>
          {t('copy')}
        </Button>
        <Button icon="download" onClick={() => saveAsFile(text)}>
          {t('download')}
        </Button>
        <Button primary onClick={onKept}>
          {t('kept')}
        </Button>
        <span className={accountsStyles.status} role="status">
          {status === undefined ? null : t(status)}
        </span>
      </div>
    </div>
  );
}
