import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import * as overlaysStyles from './overlays.module.css';

interface PopoverProps {
  /** Draws the button; spread `button` on it. */
  readonly trigger: (
    button: {
      readonly 'aria-expanded': boolean;
      readonly 'aria-controls': string;
      readonly onClick: () => void;
    },
    open: boolean,
  ) => ReactNode;
  readonly label: string;
  readonly children: (close: () => void) => ReactNode;
  /** The edge of the button at which the panel is aligned. */
  readonly align?: 'left' | 'right';
  readonly wide?: boolean;
}

/**
 * A panel at a button. Escape or a press outside closes it, and the focus returns to the button.
 */
export function Popover({ trigger, label, children, align = 'right', wide = false }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    root.current?.querySelector<HTMLElement>('button,a')?.focus();
  };
  useEffect(() => {
    if (!open) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.stopPropagation();
      // a dialog around it stays open
      event.preventDefault();
      setOpen(false);
      root.current?.querySelector<HTMLElement>('button,a')?.focus();
    };
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && root.current?.contains(event.target) !== true)
        setOpen(false);
    };
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('pointerdown', onPress);
    };
  }, [open]);
  return (
    <div className={overlaysStyles.popover} ref={root}>
      {trigger({ 'aria-expanded': open, 'aria-controls': id, onClick: () => setOpen(!open) }, open)}
      {open ? (
        <div
          className={`${overlaysStyles.menu} ${align === 'left' ? overlaysStyles.left : overlaysStyles.right}${wide ? ` ${overlaysStyles.wide}` : ''}`}
          id={id}
          role="group"
          aria-label={label}
        >
          {children(close)}
        </div>
      ) : null}
    </div>
  );
}
