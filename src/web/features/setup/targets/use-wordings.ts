import { addFirstTargets } from '#domain/targets/setup/first-targets.ts';
import { generateWording } from '#domain/targets/wording.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { toFirstTarget, type SetupRow } from './rows.ts';

/** The generated wording of the targets of a row, in the language of the page. */
export function useWordings(row: SetupRow, year: number, finalYear: number): readonly string[] {
  const language = useLanguage();
  const zone = { indicators: [], targets: [], base_currency: row.unit.unit };
  const years = { year, final_year: finalYear, source: '', today: '' };
  return addFirstTargets(zone, [toFirstTarget(row)], years).targets.map(
    (target) => generateWording(target, row.indicator)[language],
  );
}
