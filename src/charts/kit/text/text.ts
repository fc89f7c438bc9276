import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';

/** Drawn in place of a character that no font of pictures has. */
export const replacementMark = '□';

/** Words that every figure shares. Functions take ready texts and only order them. */
export interface FrameWords {
  readonly source: (text: string) => string;
  readonly asOf: (date: string) => string;
  /** Of a figure whose revision is not told, as one of a shared link. */
  readonly madeWith: string;
  readonly illustrative: string;
  readonly inventedValues: string;
  readonly example: (text: string) => string;
  readonly colon: string;
  readonly separator: string;
  readonly list: string;
  readonly stop: string;
  readonly brackets: (text: string) => string;
  readonly on: (day: string) => string;
  readonly endOf: (year: string) => string;
  readonly status: string;
  readonly noData: string;
  readonly notReported: string;
  /** Note of a picture or document in which marks stand in place of characters. */
  readonly replaced: string;
}
export const frameWords: Readonly<Record<Language, FrameWords>> = {
  'zh-CN': {
    source: (text) => `来源：${text}`,
    asOf: (date) => `数据截至${date}`,
    madeWith: 'Headway 制作',
    illustrative: '示例数据（虚构），请勿引用',
    inventedValues: '当前值为示例，虚构，非统计记录',
    example: (text) => `示例：${text}`,
    colon: '：',
    separator: '；',
    list: '、',
    stop: '。',
    brackets: (text) => `（${text}）`,
    on: (day) => day,
    endOf: (year) => `${year}年末`,
    status: '数据状态',
    noData: '暂无数据',
    notReported: '未报送',
    replaced: `部分字符没有可用字体，以“${replacementMark}”代替；数据文件中保留原文`,
  },
  ja: {
    source: (text) => `出典：${text}`,
    asOf: (date) => `${date}時点`,
    madeWith: 'Headwayで作成',
    illustrative: '架空データ（例示）。引用しないでください',
    inventedValues: '現在値は例示（架空、統計ではありません）',
    example: (text) => `例示：${text}`,
    colon: '：',
    separator: '。',
    list: '、',
    stop: '。',
    brackets: (text) => `（${text}）`,
    on: (day) => day,
    endOf: (year) => `${year}年末`,
    status: 'データ区分',
    noData: 'データなし',
    notReported: '未報告',
    replaced: `一部の文字は対応するフォントがないため「${replacementMark}」で表示しています（データファイルには元の文字が入ります）`,
  },
  en: {
    source: (text) => `Source: ${text}`,
    asOf: (date) => `As of ${date}`,
    madeWith: 'Made with Headway',
    illustrative: 'Illustrative data (fictional): do not quote',
    inventedValues: 'values to date are examples, invented, not a record',
    example: (text) => `Example: ${text}`,
    colon: ': ',
    separator: '; ',
    list: ', ',
    stop: '.',
    brackets: (text) => ` (${text})`,
    on: (day) => `on ${day}`,
    endOf: (year) => `at the end of ${year}`,
    status: 'Data status',
    noData: 'No data',
    notReported: 'Not reported',
    replaced: `Some characters have no font here and are drawn as ${replacementMark}; data files keep them`,
  },
};

/** When something was or will be: the end of a year by its name, any other day by its date. */
export const onDay = (date: string, language: Language): string =>
  date.endsWith('-12-31')
    ? frameWords[language].endOf(date.slice(0, 4))
    : frameWords[language].on(formatDate(date, language));
