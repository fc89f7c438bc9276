import { createContext, useContext } from 'react';
import { type ForeignName, splitByLanguage } from '#domain/report/foreign-names.ts';
import * as textStyles from '#web/ui/text.module.css';

/** Characters that fit on a line: a day, a figure, a status. */
const shortLength = 14;

/** The names of another language that the report holds. */
export const NamesContext = createContext<readonly ForeignName[]>([]);
/** A text of the report, whose names of another language are marked with it. */
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
export const Cell = ({ text = '' }: { readonly text: string | undefined }) =>
  text.length > shortLength ? (
    <Words text={text} />
  ) : (
    <span className={textStyles.noWrap}>
      <Words text={text} />
    </span>
  );
