import type { ReactNode } from 'react';
import * as monthsStyles from '#web/features/months/months.module.css';

/** One numbered part of the month. */
export const MonthSection = ({
  id,
  number,
  title,
  hint,
  children,
}: {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}) => (
  <section className={monthsStyles.section} id={`m-${id}`} aria-labelledby={`m-${id}-title`}>
    <h2 id={`m-${id}-title`} tabIndex={-1}>
      <span data-words>{number}</span> {title}
      {hint === undefined ? null : <small> {hint}</small>}
    </h2>
    {children}
  </section>
);
