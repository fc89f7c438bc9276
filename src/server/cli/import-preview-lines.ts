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

/**
 * Writes a preview as lines for a terminal: counts, columns, sums, totals, changes, problems, open
 * questions.
 */
export function previewLines(preview: ImportPreview, language: Language): string[] {
  const say = (
    key: Parameters<typeof formatMessage>[0],
    values: Record<string, string | number> = {},
  ): string => formatMessage(key, language, values);
  const lines = [
    `${preview.file}${preview.sheet === undefined ? '' : ` [${preview.sheet}]`}${preview.encoding === undefined ? '' : ` (${preview.encoding})`}`,
    `  ${say('s_rows', { new: preview.rows.new, changed: preview.rows.changed, unchanged: preview.rows.unchanged })}`,
    ...rowLines(preview, language),
    ...(preview.as_of === undefined ? [] : [`  ${say('s_day', { day: preview.as_of })}`]),
  ];
  lines.push(
    `  ${say('s_columns')}: ${preview.columns
      .filter((c) => c.field !== undefined)
      .map((c) => `${c.header} → ${c.field}`)
      .join(' · ')}`,
  );
  for (const s of preview.sums)
    lines.push(
      `  ${say('s_sums')} ${term(measureTerms, s.measure, language)}: ${s.currency} ${majorText(s.minor, s.currency)} (${numberFormat.format(s.count)}; ${say('s_missing', { count: s.missing })})`,
    );
  for (const t of preview.printed_totals)
    lines.push(
      `  ${say('s_totals')} ${t.column}: ${t.printed}${t.agrees ? ` (${say('s_agrees')})` : ` ≠ ${t.sum}`}`,
    );
  for (const { code, name, day } of preview.unlisted?.projects.slice(0, 20) ?? [])
    lines.push(
      `  ${say('s_unlisted')} (${preview.unlisted?.count}): ${code} ${name}${day === undefined ? '' : ` → ${day}`}`,
    );
  for (const c of preview.changes.slice(0, 20))
    lines.push(`  ${say('s_changes')} ${c.code} ${c.field}: ${c.from ?? ''} → ${c.to ?? ''}`);
  for (const p of preview.problems.slice(0, 20))
    lines.push(
      `  ${say('s_problems')} ${[p.row, p.column, p.value].filter((x) => x !== undefined).join(' ')}: ${p.message}`,
    );
  for (const q of preview.questions) {
    lines.push(
      `  ${say('s_questions')} ${q.id}${q.default === undefined ? '' : ` [${q.default}]`}: ${q.text}`,
    );
    for (const reason of q.reasons ?? []) lines.push(`      ${reason}`);
    for (const choice of q.items ? [] : q.choices) {
      lines.push(`      ${choice.value}  ${choice.label}`);
      for (const example of choice.examples ?? []) lines.push(`          ${example}`);
    }
    for (const item of q.items?.slice(0, 30) ?? [])
      lines.push(
        `      ${item.key} (${item.count})${item.proposal === undefined ? '' : ` → ${item.proposal}`}`,
      );
  }
  return lines;
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
