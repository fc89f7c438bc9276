import type { Language } from '#domain/values/language.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { bandTerm, furtherTerm } from '#domain/labels/index.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';

/**
 * Writes the assumptions of the drawn forecast bands, and names the bands that reach beyond the
 * observed range.
 */
export function forecastNotes(
  rows: readonly Pick<TargetRow, 'name' | 'forecast'>[],
  language: Language,
): readonly string[] {
  const { list, colon, stop } = kitLabels[language];
  const ranges = rows.flatMap(({ name, forecast }) =>
    forecast.kind === 'range' ? [{ name: name[language], ...forecast }] : [],
  );
  if (ranges.length === 0) return [];
  const further = ranges.filter((range) => range.further).map(({ name }) => name);
  return [
    `${bandTerm[language]}${stop}`,
    ...(further.length === 0
      ? []
      : [`${further.join(list)}${colon}${furtherTerm[language]}${stop}`]),
  ];
}
