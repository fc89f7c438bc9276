import type { Decimal } from '#domain/values/decimal.ts';
import { missingTerms } from '#domain/labels/index.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { momentText } from '#web/ui/time/moment-text.ts';
import { listDifferences, type UnsavedRows } from './unsaved-rows.ts';
import type { ReadRow } from './row-values.ts';
import { formatIn } from './value-unit.ts';
import * as valuesStyles from '#web/features/months/values/values.module.css';

type Difference = ReturnType<typeof listDifferences>[number];

/** One row: what was typed, what was stored then, and what is stored now. */
function UnsavedRowLine({ read, unsaved, isChanged }: Difference) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const { indicator, unit, stored } = read;
  const write = (value: Decimal | undefined) =>
    value === undefined ? t('none_before') : formatIn(value, unit, language);
  const entry =
    unsaved.missing !== ''
      ? missingTerms[unsaved.missing][language]
      : unsaved.value === undefined
        ? unsaved.text
        : write(unsaved.value);
  return (
    <tr data-unsaved={indicator.id} data-changed={isChanged}>
      <th scope="row">
        {indicator.name[language]} <small>{unit.label}</small>
      </th>
      <td data-words>
        <b>{entry}</b>
      </td>
      <td data-words>{write(unsaved.was)}</td>
      <td>
        {stored?.value === undefined ? (
          missingTerms[stored?.missing ?? 'not_reported'][language]
        ) : (
          <ExplainableFigure
            measure="reported_value"
            of={`target=${indicator.id}&month=${stored.period}`}
          >
            {write(stored.value)}
          </ExplainableFigure>
        )}
      </td>
    </tr>
  );
}

/**
 * Offers rows that were typed earlier in this browser and not saved, beside what is stored now. They
 * are in no figure, and go into the form only when the reader says so.
 */
export function UnsavedRowsOffer({
  draft,
  reads,
  onTake,
  onDiscard,
}: {
  readonly draft: UnsavedRows;
  readonly reads: readonly ReadRow[];
  readonly onTake: () => void;
  readonly onDiscard: () => void;
}) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const rows = listDifferences(draft, reads);
  if (rows.length === 0) return null;
  const when = momentText(new Date(draft.at).toISOString(), language);
  return (
    <div className={valuesStyles.unsaved} data-unsaved-rows>
      <p>
        <b data-words>{t('unsaved_title', { when })}</b>{' '}
        <span data-listed>
          {t('unsaved_changed', { n: rows.filter(({ isChanged }) => isChanged).length })}
        </span>
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('indicator')}</th>
            <th scope="col">{t('unsaved_yours')}</th>
            <th scope="col">{t('unsaved_was')}</th>
            <th scope="col">{t('unsaved_now')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <UnsavedRowLine key={row.read.indicator.id} {...row} />
          ))}
        </tbody>
      </table>
      <Button onClick={onTake}>{t('unsaved_take')}</Button>{' '}
      <TextButton onClick={onDiscard}>{t('discard')}</TextButton>
    </div>
  );
}
