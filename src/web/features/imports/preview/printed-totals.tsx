import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { formatNumber } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { unusedRowsText } from '#domain/labels/index.ts';
import { previewLabels } from '#web/features/imports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Icon } from '#web/ui/display/icon.tsx';
import * as importsStyles from '#web/features/imports/imports.module.css';
import * as previewStyles from '#web/features/imports/preview.module.css';

const mostAgreeing = 4;
const countDigits = (value: string): number => value.split('.')[1]?.length ?? 0;
const numberText = (value: string, language: Language): string =>
  formatNumber(value, language, countDigits(value));

/** Writes the exact difference of two decimals without its sign. */
function differenceText(
  printedTotal: string,
  sum: string,
  language: Language,
): { readonly text: string; readonly isLess: boolean } {
  const digits = Math.max(countDigits(printedTotal), countDigits(sum));
  const minor = (value: string): bigint =>
    BigInt(value.replace('.', '') + '0'.repeat(digits - countDigits(value)));
  const difference = minor(sum) - minor(printedTotal);
  const plain = (difference < 0n ? -difference : difference).toString().padStart(digits + 1, '0');
  const text =
    digits === 0
      ? plain
      : `${plain.slice(0, -digits)}.${plain.slice(-digits)}`.replace(/\.?0+$/, '');
  return { text: numberText(text, language), isLess: difference < 0n };
}

/**
 * Compares the totals in the file with the sums of its rows, differences first, and names the
 * unused rows.
 */
export function PrintedTotals({ preview }: { readonly preview: ImportPreview }) {
  const t = useLabels(previewLabels);
  const language = useLanguage();
  const { printed_totals: totals, rows } = preview;
  if (preview.kind !== 'projects') return null;
  const agreeing = totals.filter(({ agrees }) => agrees);
  const differing = totals.filter(({ agrees }) => !agrees);
  const unusedText = unusedRowsText(rows.unused, language);
  return (
    <section className={previewStyles.totals}>
      <h3>{t('totals')}</h3>
      {totals.length === 0 ? <p className={importsStyles.note}>{t('no_totals')}</p> : null}
      <ul>
        {differing.map(({ column, printed, sum, row }) => {
          const { text, isLess } = differenceText(printed, sum, language);
          return (
            <li key={`${row} ${column}`}>
              <b>
                {t(isLess ? 'total_less' : 'total_more', {
                  column,
                  row,
                  printed: numberText(printed, language),
                  by: text,
                })}
              </b>
            </li>
          );
        })}
        {agreeing.slice(0, mostAgreeing).map(({ column, printed, row }) => (
          <li key={`${row} ${column}`} className={previewStyles.agrees}>
            <Icon name="check" />{' '}
            {t('total_agrees', { column, row, printed: numberText(printed, language) })}
          </li>
        ))}
        {agreeing.length > mostAgreeing ? (
          <li>{t('more_agree', { n: agreeing.length - mostAgreeing })}</li>
        ) : null}
      </ul>
      {unusedText === '' ? null : <p className={importsStyles.note}>{unusedText}</p>}
    </section>
  );
}
