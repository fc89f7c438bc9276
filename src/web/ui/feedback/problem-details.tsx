import type { ProblemDetail } from '#contract/core/problem-schemas.ts';
import { problemFieldName } from '#domain/labels/problem-field.ts';
import type { Language } from '#domain/values/language.ts';
import { uiLabels } from '#web/ui/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';

/** A text with a key of the API, as is_shared, facts.name or fixedLanguage. */
const hasKey = (text: string): boolean => /[a-z\d][._][a-z]|[a-z][A-Z]/.test(text);

/** The place of a fault in a file, or its field in words. */
const placeText = ({ file, sheet, row, column, path }: ProblemDetail, language: Language): string =>
  [
    file,
    sheet,
    row === undefined ? undefined : `#${row}`,
    column ?? (path === undefined ? undefined : problemFieldName(path, language)),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');

const isInFile = ({ file, sheet, row, column }: ProblemDetail): boolean =>
  [file, sheet, row, column].some((part) => part !== undefined);

/**
 * Lists the faults of a failure: each with its place in words, and what is wrong. The API writes the
 * faults of fields in English and for programs: in another language, or with a key, the panel says
 * to check the field.
 */
export function ProblemDetails({ errors }: { readonly errors: readonly ProblemDetail[] }) {
  const t = useLabels(uiLabels);
  const language = useLanguage();
  const lines = errors.map((detail) => {
    const isPlain =
      isInFile(detail) ||
      ((detail.path === undefined || language === 'en') && !hasKey(detail.message));
    const place = placeText(detail, language);
    const check = t(place === '' ? 'check_form' : 'check_field');
    return { place, text: isPlain ? detail.message : check };
  });
  const lineByKey = new Map(lines.map((line) => [`${line.place} ${line.text}`, line]));
  return (
    <ul>
      {[...lineByKey].map(([key, { place, text }]) => (
        <li key={key}>
          {place === '' ? null : <b>{place} </b>}
          {text}
        </li>
      ))}
    </ul>
  );
}
