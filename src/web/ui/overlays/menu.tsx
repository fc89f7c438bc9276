import type { MouseEvent, ReactNode } from 'react';
import { Icon, type IconName } from '#web/ui/display/icon.tsx';
import * as overlaysStyles from './overlays.module.css';

interface ItemProps {
  readonly icon?: IconName;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked?: boolean;
}
const Inside = ({ icon, label, hint, checked }: ItemProps) => (
  <>
    {checked === true ? (
      <Icon name="check" />
    ) : icon === undefined ? (
      <span />
    ) : (
      <Icon name={icon} />
    )}
    <span>{label}</span>
    <small>{hint}</small>
  </>
);

/** A menu item with an action. */
export const MenuButton = ({ onClick, ...item }: ItemProps & { readonly onClick: () => void }) => (
  <button
    type="button"
    className={overlaysStyles.item}
    aria-current={item.checked === true ? 'true' : undefined}
    onClick={onClick}
  >
    <Inside {...item} />
  </button>
);

/** A menu item that downloads a file. The server names the file. */
export const MenuDownload = ({
  href,
  onClick,
  ...item
}: ItemProps & {
  readonly href: string;
  readonly onClick?: (event: MouseEvent<HTMLAnchorElement>) => void;
}) => (
  <a className={overlaysStyles.item} href={href} download="" onClick={onClick}>
    <Inside {...item} />
  </a>
);

/** The heading of a group of entries in a menu. */
export const MenuTitle = ({ children }: { readonly children: ReactNode }) => (
  <p className={overlaysStyles.heading}>{children}</p>
);
