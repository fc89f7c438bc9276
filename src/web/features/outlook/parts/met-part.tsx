import { writeDifference } from '#charts/outlook/sentence.ts';
import { findMet } from '#domain/outlook/met.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { getDirection } from '#domain/targets/verdict.ts';
import { compareDecimal } from '#domain/values/decimal.ts';
import { formatMonth } from '#domain/values/format.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import * as outlookStyles from '#web/features/outlook/outlook.module.css';

const ofLeast = {
  reserve: 'undo_reserve',
  changes: 'undo_falls',
  change: 'undo_fall',
  none: 'undo_none',
} as const;
const ofLimit = {
  reserve: 'undo_limit',
  changes: 'undo_rises',
  change: 'undo_rise',
  none: 'undo_no_rise',
} as const;

/** The risks of a target that is met: its largest falls so far, or of an upper limit its rises. */
export function MetPart({ row }: { readonly row: TargetRow }) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const metFacts = findMet(row);
  if (metFacts === undefined) return null;
  const names = getDirection(row.comparator) === 1 ? ofLeast : ofLimit;
  const write = (value: string): string => writeDifference(row, value, language);
  return (
    <section className={outlookStyles.part} data-says="verdict target_value target">
      <h4>{t('undo')}</h4>
      {row.kind === 'annual_flow' ? (
        <p>{t('undo_year')}</p>
      ) : (
        <>
          {compareDecimal(metFacts.reserve, '0') < 0 ? null : (
            <p>{t(names.reserve, { by: write(metFacts.reserve) })}</p>
          )}
          <p>{t(metFacts.falls.length === 0 ? names.none : names.changes)}</p>
          <ul>
            {metFacts.falls.map(({ month, by }) => (
              <li key={month}>
                {t(names.change, { month: formatMonth(month, language, 'long'), by: write(by) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
