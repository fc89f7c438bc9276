import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from '#web/ui/display/icon.tsx';
import * as controlsStyles from './controls.module.css';

type Native = Omit<ComponentProps<'button'>, 'className' | 'children'>;

/** A button with a label. At most one `primary` button on a page. */
export const Button = ({
  icon,
  primary = false,
  quiet = false,
  children,
  type = 'button',
  ...rest
}: Native & {
  readonly icon?: IconName;
  readonly primary?: boolean;
  readonly quiet?: boolean;
  readonly children: ReactNode;
}) => (
  <button
    {...rest}
    type={type}
    className={
      primary
        ? `${controlsStyles.button} ${controlsStyles.primary}`
        : quiet
          ? `${controlsStyles.button} ${controlsStyles.quiet}`
          : controlsStyles.button
    }
  >
    {icon === undefined ? null : <Icon name={icon} />}
    {children}
  </button>
);

/** A button with an icon only; `label` is its accessible name. */
export const IconButton = ({
  icon,
  label,
  framed = false,
  on = false,
  ...rest
}: Omit<Native, 'aria-label'> & {
  readonly icon: IconName;
  readonly label: string;
  readonly framed?: boolean;
  readonly on?: boolean;
}) => (
  <button
    {...rest}
    type="button"
    className={`${framed ? `${controlsStyles.button} ${controlsStyles.iconOnly}` : controlsStyles.iconButton}${on ? ` ${controlsStyles.active}` : ''}`}
    aria-label={label}
    title={label}
  >
    <Icon name={icon} />
  </button>
);

/** A button that looks like a link, for a minor action beside a sentence. */
export const TextButton = ({ children, ...rest }: Native & { readonly children: ReactNode }) => (
  <button {...rest} type="button" className={controlsStyles.link}>
    {children}
  </button>
);
