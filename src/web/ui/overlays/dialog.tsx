import { useEffect, useId, useRef, type ReactNode } from 'react';
import { uiLabels } from '#web/ui/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { IconButton } from '#web/ui/controls/button.tsx';
import * as overlaysStyles from './overlays.module.css';

interface DialogProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** A panel at the right edge, full screen on phones; otherwise a centred box. */
  readonly side?: boolean;
}

/**
 * A modal dialog; mount it to open it. Escape, the button and a press outside close it, and the
 * focus returns to its former element.
 */
export function Dialog({ title, onClose, children, side = false }: DialogProps) {
  const t = useLabels(uiLabels);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={side ? `${overlaysStyles.dialog} ${overlaysStyles.side}` : overlaysStyles.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={overlaysStyles.content}>
        <header>
          <h2 id={id}>{title}</h2>
          <IconButton icon="close" label={t('close')} onClick={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  );
}
