import type { ReactNode } from 'react';
import * as feedbackStyles from './feedback.module.css';

/**
 * One line of news that the reader needs before reading on. `example` is the ochre of invented
 * values; `behind` is for what failed.
 */
export const Notice = ({
  kind = 'plain',
  live = false,
  children,
}: {
  readonly kind?: 'plain' | 'example' | 'bad';
  readonly live?: boolean;
  readonly children: ReactNode;
}) => (
  <div
    className={`${feedbackStyles.notice}${kind === 'plain' ? '' : ` ${kind === 'bad' ? feedbackStyles.bad : feedbackStyles.example}`}`}
    role={live ? 'status' : undefined}
  >
    {children}
  </div>
);
