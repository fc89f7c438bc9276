import { useState } from 'react';
import type { Report } from '#domain/report/report.ts';
import { documentsLabels } from '#web/features/exports/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import * as textStyles from '#web/ui/text.module.css';
import { useCopy } from '#web/ui/use-copy.ts';

/** Copies the report as text for a message. */
export function CopyMessages({ messages }: Pick<Report, 'messages'>) {
  const t = useLabels(documentsLabels);
  const { status, copy } = useCopy();
  const [text, setText] = useState<string>();
  const copyMessage = (which: keyof Report['messages']) => () => {
    setText(messages[which]);
    copy(messages[which]);
  };
  const isCopied = (message: string): boolean => status === 'copied' && text === message;
  return (
    <div className={textStyles.row}>
      <Button onClick={copyMessage('sentence')}>
        {t(isCopied(messages.sentence) ? 'copied' : 'copy_sentence')}
      </Button>
      <Button onClick={copyMessage('page')}>
        {t(isCopied(messages.page) ? 'copied' : 'copy_page')}
      </Button>
      <span role="status">{status === 'copy_failed' ? t(status) : ''}</span>
    </div>
  );
}
