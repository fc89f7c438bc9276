import {
  findChangeAbsence,
  type ChangeAbsence,
  type IndicatorChange,
} from '#domain/changes/indicator-changes.ts';
import type { Language } from '#domain/values/language.ts';
import { type Terms, words } from '#domain/values/term.ts';

/** The words in place of a difference between two days. */
const absenceTerms: Terms<ChangeAbsence> = {
  no_earlier_value: words('此前无数值', '以前の値なし', 'no earlier value'),
  no_value: words('无数值', '値なし', 'no value'),
  no_newer_value: words('无更新数值', '新しい値なし', 'no newer value'),
  break: words('口径变化，不可比', '系列の断絶、比較不可', 'break in the series'),
  not_comparable: words('期间不同，不可比', '期間が異なり比較不可', 'not comparable'),
};

/** The words in place of the difference of an indicator. Empty if there is a difference. */
export function changeAbsenceText(change: IndicatorChange, language: Language): string {
  const absence = findChangeAbsence(change);
  return absence === undefined ? '' : absenceTerms[absence][language];
}
