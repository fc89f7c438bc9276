import type { ReactNode } from 'react';
import * as feedbackStyles from './feedback.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** Says that there is nothing to show, with a next step. */
export const EmptyState = ({
  title,
  children,
}: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
}) => (
  <div className={feedbackStyles.empty}>
    <p>{title}</p>
    {children === undefined ? null : <div className={textStyles.row}>{children}</div>}
  </div>
);
