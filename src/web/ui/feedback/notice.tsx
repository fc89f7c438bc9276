import type { ReactNode } from 'react';

/** One line of news that the reader needs before reading on. `example` is the ochre of invented values; `behind` is for what failed. */
export const Notice = ({
  kind = 'plain',
  live = false,
  children,
}: {
  readonly kind?: 'plain' | 'example' | 'bad';
  readonly live?: boolean;
  readonly children: ReactNode;
}) => (
  <div className={`notice ${kind}`} role={live ? 'status' : undefined}>
    {children}
  </div>
);
