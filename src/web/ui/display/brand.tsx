import * as displayStyles from './display.module.css';

/** The mark of Headway: the area of one zone over another, and their overlap. */
export const Mark = () => (
  <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
    <rect x="1" y="1" width="16" height="16" fill="none" stroke="var(--accent)" strokeWidth="2" />
    <rect x="9" y="9" width="16" height="16" fill="none" stroke="var(--ink)" strokeWidth="2" />
    <rect x="9" y="9" width="8" height="8" fill="var(--accent)" />
  </svg>
);

/** The zone whose figures are shown. */
export const Brand = ({
  name,
  fullName,
  product,
}: {
  readonly name: string;
  readonly fullName: string;
  readonly product: string;
}) => (
  <div className={displayStyles.brand} title={fullName}>
    <Mark />
    <div>
      <b dir="auto">{name}</b>
      {name === product ? null : <span>{product}</span>}
    </div>
  </div>
);
