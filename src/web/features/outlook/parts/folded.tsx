import { type ReactNode, useState } from 'react';
import { useHydrated } from '#web/ui/use-hydrated.ts';
import * as outlookStyles from '#web/features/outlook/outlook.module.css';

const wide = '(width > 43.75rem)';
/** The server draws for a wide screen; a phone folds the parts once its page is ready. */
const useWideScreen = (): boolean =>
  !useHydrated() || typeof matchMedia !== 'function' || matchMedia(wide).matches;

/** A part that is folded on a phone. The folded line shows its answer. */
export function FoldedPart({
  title,
  more,
  answer,
  says,
  children,
}: {
  readonly title: string;
  readonly more?: string;
  readonly answer?: string;
  /** The measures whose figures the line repeats. */
  readonly says?: string;
  readonly children: ReactNode;
}) {
  const isWide = useWideScreen();
  const [choice, setChoice] = useState<boolean>();
  const isOpen = choice ?? isWide;
  return (
    <details
      className={`${outlookStyles.part} ${outlookStyles.folded}`}
      open={isOpen}
      data-says={says}
      onToggle={(event) => setChoice(event.currentTarget.open)}
    >
      <summary>
        <b>{title}</b> {more === undefined ? null : <small>{more}</small>}
        {isOpen || answer === undefined ? null : <span>{answer}</span>}
      </summary>
      {children}
    </details>
  );
}
