import * as displayStyles from './display.module.css'; /** From so many characters on a name is cut to three lines in a list; the project's own page shows it whole. */
const longFrom = 40;

export const LongName = ({
  name,
  lang,
}: {
  readonly name: string;
  /** Where it is known and not that of the page. */
  readonly lang?: string | undefined;
}) =>
  name.length < longFrom ? (
    lang === undefined ? (
      name
    ) : (
      <span lang={lang}>{name}</span>
    )
  ) : (
    <span className={displayStyles.longName} title={name} lang={lang}>
      {name}
    </span>
  );
