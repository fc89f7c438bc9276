import type { Language } from '#domain/values/language.ts';
import type { DataStatus, MissingReason, Origin } from '#domain/values/data-status.ts';
import type { Text } from '#domain/values/language.ts';
import { currencyLabel } from '#domain/values/currency/currency-units.ts';
import { type Terms, words } from '#domain/values/term.ts';

/** The data status of a value, as its chip shows it. */
export const dataStatusTerms: Terms<DataStatus> = {
  reported: words('本区填报', '自地区データ', 'Own data'),
  provisional: words('初步数', '速報値', 'Provisional'),
  estimate: words('估算数', '推計値', 'Estimate'),
  forecast: words('预测', '予測', 'Forecast'),
  illustrative: words('示例', '例示', 'Example'),
};

/** For a value that a named source published; used only beside the name of that source. */
const publishedTerm: Text = words('已公布', '公表値', 'Published');
/**
 * Writes the data status of a figure.
 *
 * @param source - the source that published the figure; omitted when the zone entered, imported or
 *   counted it
 */
export const figureStatus = ({
  data_status,
  source,
}: {
  readonly data_status: DataStatus;
  readonly source?: unknown;
}): Text =>
  data_status === 'reported' && source !== undefined ? publishedTerm : dataStatusTerms[data_status];

/** Why a value is missing. Zero is a value. */
export const missingTerms: Terms<MissingReason> = {
  not_reported: words('未报送', '未報告', 'Not reported'),
  not_disclosed: words('未披露', '非開示', 'Not disclosed'),
  not_applicable: words('不适用', '該当なし', 'Not applicable'),
  not_yet_due: words('尚未到期', '期限前', 'Not yet due'),
  not_readable: words('无法识别', '読み取り不可', 'Could not be read'),
};

/** For projects without an amount, whatever their reasons. */
export const noAmountTerm: Text = words('无金额', '金額なし', 'No amount');

/** The origins of records. */
const originTerms: Terms<Origin> = {
  sample: words('示例数据', '例示データ', 'Example data'),
  example_zone: words('虚构园区', '架空の地区', 'Example Zone'),
  own: words('本区数据', '自地区データ', 'Own data'),
};
/**
 * Finds the words of an origin in plain text, as in the reason of a change.
 * @returns undefined for any other text
 */
export const originWords = (id: string, language: Language): string | undefined =>
  Object.hasOwn(originTerms, id) ? originTerms[id as Origin][language] : undefined;

const registerTerms = {
  own: words('本区项目台账', '自地区の案件台帳', 'project register of the zone'),
  example: words(
    '示例项目台账，虚构，非统计记录',
    '例示の案件台帳（架空、統計ではありません）',
    'example register, invented, not a record',
  ),
};
/** The source of a figure that was counted in the register. */
export const registerSource = (status: DataStatus): Text =>
  registerTerms[status === 'illustrative' ? 'example' : 'own'];

/** For a sum that a shared view withholds. */
export const heldBackTerm: Text = { 'zh-CN': '不显示', ja: '非表示', en: 'not shown' };

/**
 * The words beside a sum that lacks projects: it is what the others disclose.
 * @param undisclosed - the number of projects without an amount, formatted
 */
export const partialSumTerm = (undisclosed: string, language: Language): string =>
  ({
    'zh-CN': `已披露，${undisclosed}个未披露`,
    ja: `開示分、${undisclosed}件非開示`,
    en: `disclosed, ${undisclosed} not disclosed`,
  })[language];

/** The amounts that a shared view withholds, by currency. */
export function heldBackAmounts(currencies: readonly string[], language: Language): string {
  const names = currencies.map((currency) => currencyLabel(currency, language));
  if (language === 'zh-CN') return `${names.join('、')}金额不显示`;
  return language === 'ja'
    ? `${names.join('・')}建ての金額は非表示`
    : `amounts in ${names.join(', ')} not shown`;
}
