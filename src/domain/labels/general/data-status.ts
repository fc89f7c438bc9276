import type { Language, Text } from '#domain/values/language.ts';
import type { DataStatus, Origin } from '#domain/values/data-status.ts';
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
