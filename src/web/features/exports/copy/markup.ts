/** HTML that needs no escaping. Only `markup` makes it. */
export interface Markup {
  readonly safe: string;
}
type Part = string | number | Markup | readonly Markup[] | undefined;

const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\p{Cc}\p{Cs}]/gu, '');
const one = (part: Part): string => {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeMarkup(String(part));
  return 'safe' in part ? part.safe : part.map((item) => item.safe).join('');
};

/** Builds HTML and escapes every value that `markup` did not make. */
export const markup = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  safe: texts.reduce(
    (before, text, at) => before + text + (at < parts.length ? one(parts[at]) : ''),
    '',
  ),
});
