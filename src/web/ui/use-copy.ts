import { useState } from 'react';
import { copyText } from './copy-text.ts';

/** Copies texts. `status` says whether the last one was copied, as the key of a label. */
export function useCopy(): {
  readonly status: 'copied' | 'copy_failed' | undefined;
  readonly copy: (text: string) => void;
} {
  const [status, setStatus] = useState<'copied' | 'copy_failed'>();
  const copy = (text: string): void => {
    copyText(text).then(
      () => setStatus('copied'),
      () => setStatus('copy_failed'),
    );
  };
  return { status, copy };
}
