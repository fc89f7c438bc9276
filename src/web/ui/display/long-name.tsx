import * as displayStyles from './display.module.css'; /** From so many characters on a name is cut to three lines in a list; the project's own page shows it whole. */
const longFrom = 40;

export const LongName = ({ name }: { readonly name: string }) =>
  name.length < longFrom ? (
    name
  ) : (
    <span className={displayStyles.longName} title={name}>
      {name}
    </span>
  );
