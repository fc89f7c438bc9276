import * as displayStyles from './display.module.css';

/**
 * A name with at least this many characters is cut to three lines in a list; the project's own page
 * shows it in full.
 */
const longFrom = 40;

/** A name that may break anywhere; `lang` where it is in another language than the page. */
export const LongName = ({
  name,
  lang,
}: {
  readonly name: string;
  /** Set where it is known and differs from that of the page. */
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
