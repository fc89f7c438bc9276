import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { minorDigits } from '#domain/values/money.ts';
import type { Language } from '#domain/values/language.ts';
import { importRowsText, measureTerms, term, unusedRowsText } from '#domain/labels/index.ts';
import { formatMessage } from '#server/imports/labels/messages.ts';
import type { ImportProgress } from '#server/imports/import-plan.ts';

const numberFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** Formats minor units as a grouped number of major units: 28000000000 fen are 280,000,000. */
function majorText(minor: string, currency: string): string {
  const digits = minorDigits(currency);
  const value = BigInt(minor);
  const unit = 10n ** BigInt(digits);
  const rest = (value < 0n ? -value : value) % unit;
  return `${numberFormat.format(value / unit)}${rest === 0n ? '' : `.${rest.toString().padStart(digits, '0')}`}`;
}

/** Describes how many rows were used, and why other rows were not. */
export function rowLines(
  { kind, rows }: Pick<ImportPreview, 'kind' | 'rows'>,
  language: Language,
): string[] {
  const text =
    kind === 'projects' ? importRowsText(rows, language) : unusedRowsText(rows.unused, language);
  return text === '' ? [] : [`  ${text}`];
}

/** Says which day was taken for a file whose day is not certain; nothing for other files. */
export const dayLines = ({ as_of, as_of_origin, questions }: ImportPreview): string[] =>
  questions.some(({ id, confirm }) => id === 'as_of' && confirm === true)
    ? [
        `  The data date is not certain: ${as_of} was taken (${as_of_origin}). If it is another day, undo the import and add --as-of.`,
      ]
    : [];

/** The most lines of projects, changes and problems, and of the items of a question. */
const [mostLines, mostItems] = [20, 30];
type Say = (
  key: Parameters<typeof formatMessage>[0],
  values?: Record<string, string | number>,
) => string;

/** Writes the sums, the totals that the file prints, and the projects that leave the register. */
const totalLines = (
  { sums, printed_totals, unlisted }: ImportPreview,
  say: Say,
  language: Language,
) => [
  ...sums.map(
    ({ measure, currency, minor, count, missing }) =>
      `  ${say('s_sums')} ${term(measureTerms, measure, language)}: ${currency} ${majorText(minor, currency)} (${numberFormat.format(count)}; ${say('s_missing', { count: missing })})`,
  ),
  ...printed_totals.map(
    ({ column, printed, agrees, sum }) =>
      `  ${say('s_totals')} ${column}: ${printed}${agrees ? ` (${say('s_agrees')})` : ` ≠ ${sum}`}`,
  ),
  ...(unlisted?.projects ?? [])
    .slice(0, mostLines)
    .map(
      ({ code, name, day }) =>
        `  ${say('s_unlisted')} (${unlisted?.count}): ${code} ${name}${day === undefined ? '' : ` → ${day}`}`,
    ),
];

/** Writes the first changes of known projects and the first problems. */
const changeLines = ({ changes, problems }: ImportPreview, say: Say) => [
  ...changes
    .slice(0, mostLines)
    .map(
      ({ code, field, from = '', to = '' }) =>
        `  ${say('s_changes')} ${code} ${field}: ${from} → ${to}`,
    ),
  ...problems
    .slice(0, mostLines)
    .map(
      ({ row, column, value, message }) =>
        `  ${say('s_problems')} ${[row, column, value].filter((x) => x !== undefined).join(' ')}: ${message}`,
    ),
];

/** Writes a question with its reasons, and its choices or items. */
const questionLines = (
  { id, default: usual, text, reasons = [], items, choices }: ImportPreview['questions'][number],
  say: Say,
) => [
  `  ${say('s_questions')} ${id}${usual === undefined ? '' : ` [${usual}]`}: ${text}`,
  ...reasons.map((reason) => `      ${reason}`),
  ...(items === undefined
    ? choices.flatMap(({ value, label, examples = [] }) => [
        `      ${value}  ${label}`,
        ...examples.map((example) => `          ${example}`),
      ])
    : items
        .slice(0, mostItems)
        .map(
          ({ key, count, proposal }) =>
            `      ${key} (${count})${proposal === undefined ? '' : ` → ${proposal}`}`,
        )),
];

/**
 * Writes a preview as lines for a terminal: counts, columns, sums, totals, changes, problems, open
 * questions.
 */
export function previewLines(preview: ImportPreview, language: Language): string[] {
  const { file, sheet, encoding, rows, as_of, columns, questions } = preview;
  const say: Say = (key, values = {}) => formatMessage(key, language, values);
  const { new: newCount, changed, unchanged } = rows;
  const fields = columns
    .filter(({ field }) => field !== undefined)
    .map(({ header, field }) => `${header} → ${field}`)
    .join(' · ');
  return [
    `${file}${sheet === undefined ? '' : ` [${sheet}]`}${encoding === undefined ? '' : ` (${encoding})`}`,
    `  ${say('s_rows', { new: newCount, changed, unchanged })}`,
    ...rowLines(preview, language),
    ...(as_of === undefined ? [] : [`  ${say('s_day', { iso_day: as_of })}`]),
    `  ${say('s_columns')}: ${fields}`,
    ...totalLines(preview, say, language),
    ...changeLines(preview, say),
    ...questions.flatMap((question) => questionLines(question, say)),
  ];
}

const barWidth = 30;
/** Draws a progress bar that the next one overwrites. */
export function progressText({ phase, share, rows }: ImportProgress, language: Language): string {
  const filledWidth = Math.min(barWidth, Math.max(0, Math.round(share * barWidth)));
  const word = formatMessage(
    (
      {
        reading: 's_reading',
        matching: 's_matching',
        comparing: 's_comparing',
        storing: 's_storing',
      } as const
    )[phase],
    language,
  );
  return `${'█'.repeat(filledWidth)}${'░'.repeat(barWidth - filledWidth)} ${String(Math.round(share * 100)).padStart(3)} % ${word} ${numberFormat.format(rows)}`;
}
