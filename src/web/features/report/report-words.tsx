import { createContext, useContext } from 'react';
import { type ForeignName, splitByLanguage } from '#domain/report/foreign-names.ts';
import * as textStyles from '#web/ui/text.module.css';

/** The largest number of characters that fit on a line: for a day, a figure, a status. */
const shortLength = 14;

/** The names in another language in the report. */
export const NamesContext = createContext<readonly ForeignName[]>([]);
/** A text of the report. Its names in another language have the attribute `lang`. */
export const Words = ({ text }: { readonly text: string }) => {
  const names = useContext(NamesContext);
  const parts = splitByLanguage(text, names);
  return parts.map(({ text: part, language }, at) =>
    language === undefined ? (
      part
    ) : (
      <span key={`${String(at)} ${part}`} lang={language}>
        {part}
      </span>
    ),
  );
};
/** A cell of a report; a short text stays on one line. */
export const Cell = ({ text = '' }: { readonly text: string | undefined }) =>
  text.length > shortLength ? (
    <Words text={text} />
  ) : (
    <span className={textStyles.noWrap}>
      <Words text={text} />
    </span>
  );
