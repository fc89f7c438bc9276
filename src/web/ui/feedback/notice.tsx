import type { ReactNode } from 'react';
import * as feedbackStyles from './feedback.module.css';

/**
 * A line to read before the rest. `example` is the ochre of illustrative values; `behind` is for
 * failures.
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
