import type { ReactNode } from 'react';

/** Nothing to show, said in words, with the way on. */
export const EmptyState = ({
  title,
  children,
}: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
}) => (
  <div className="empty">
    <p>{title}</p>
    {children === undefined ? null : <div className="row">{children}</div>}
  </div>
);
