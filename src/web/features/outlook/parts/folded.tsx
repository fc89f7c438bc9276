import { type ReactNode, useState } from 'react';
import * as outlookStyles from '#web/features/outlook/outlook.module.css';

/** A part that is folded on a phone, with its answer in the folded line. */
export function Folded({
  title,
  more,
  answer,
  children,
}: {
  readonly title: string;
  readonly more?: string;
  readonly answer?: string;
  readonly children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(
    () => typeof matchMedia !== 'function' || matchMedia('(min-width: 701px)').matches,
  );
  return (
    <details
      className={`${outlookStyles.part} ${outlookStyles.folded}`}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <b>{title}</b> {more === undefined ? null : <small>{more}</small>}
        {isOpen || answer === undefined ? null : <span>{answer}</span>}
      </summary>
      {children}
    </details>
  );
}
