import { useEffect, useState } from 'react';
import { shellText } from '#web/i18n/labels/index.ts';
import { useText } from '#web/i18n/text.ts';

/** Copies the address of this view; says whether that worked, to eyes and ears, for a moment. */
export function useCopyLink(): { readonly copy: () => void; readonly said: string } {
  const t = useText(shellText);
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), 4000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    navigator.clipboard.writeText(window.location.href).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  };
  return { copy, said: state === 'idle' ? '' : t(state === 'copied' ? 'copied' : 'copy_failed') };
}
