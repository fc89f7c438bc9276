import type { PlanPath } from '#domain/indicator.ts';
import type { Language } from '#domain/language.ts';

/** Words that every figure shares. Functions take ready texts and only order them. */
export interface FrameWords {
  readonly source: (text: string) => string;
  readonly asOf: (date: string) => string;
  readonly madeWith: (revision: number) => string;
  readonly stamped: (revision: number, recorded: string, definitions: number) => string;
  readonly knownAt: (date: string) => string;
  readonly plan: Readonly<Record<PlanPath, string>>;
  readonly view: (address: string) => string;
  readonly illustrative: string;
  readonly inventedValues: string;
  readonly example: (text: string) => string;
  readonly colon: string;
  readonly separator: string;
  readonly list: string;
  readonly brackets: (text: string) => string;
  readonly status: string;
  readonly noData: string;
  readonly notReported: string;
}
export const frameWords: Readonly<Record<Language, FrameWords>> = {
  'zh-CN': {
    source: (text) => `来源：${text}`,
    asOf: (date) => `数据截至${date}`,
    madeWith: (revision) => `Headway 制作，数据版本 ${revision}`,
    stamped: (revision, recorded, definitions) => `Headway 制作，数据版本 ${revision}（${recorded}记录），口径版本 ${definitions}`,
    knownAt: (date) => `按${date}所知`,
    plan: { straight: '应达按时序进度', checkpoints: '应达按检查点' },
    view: (address) => `打开此视图：${address}`,
    illustrative: '示例数据（虚构），请勿引用',
    inventedValues: '当前值为示例，虚构，非统计记录',
    example: (text) => `示例：${text}`,
    colon: '：',
    separator: '；',
    list: '、',
    brackets: (text) => `（${text}）`,
    status: '数据状态',
    noData: '暂无数据',
    notReported: '未报送',
  },
  ja: {
    source: (text) => `出典：${text}`,
    asOf: (date) => `${date}時点`,
    madeWith: (revision) => `Headwayで作成、データ版 ${revision}`,
    stamped: (revision, recorded, definitions) => `Headwayで作成、データ版 ${revision}（${recorded}記録）、定義版 ${definitions}`,
    knownAt: (date) => `${date}に判明していた値`,
    plan: { straight: '計画は直線（期間経過率）', checkpoints: '計画はチェックポイント' },
    view: (address) => `この画面を開く：${address}`,
    illustrative: '架空データ（例示）。引用しないでください',
    inventedValues: '現在値は例示（架空、統計ではありません）',
    example: (text) => `例示：${text}`,
    colon: '：',
    separator: '；',
    list: '、',
    brackets: (text) => `（${text}）`,
    status: 'データの状態',
    noData: 'データなし',
    notReported: '未報告',
  },
  en: {
    source: (text) => `Source: ${text}`,
    asOf: (date) => `As of ${date}`,
    madeWith: (revision) => `Made with Headway, data revision ${revision}`,
    stamped: (revision, recorded, definitions) =>
      `Made with Headway, data revision ${revision} recorded ${recorded}, definitions version ${definitions}`,
    knownAt: (date) => `As known on ${date}`,
    plan: { straight: 'Plan by straight line (time elapsed)', checkpoints: 'Plan by checkpoints' },
    view: (address) => `Open this view: ${address}`,
    illustrative: 'Illustrative data (fictional): do not quote',
    inventedValues: 'values to date are examples, invented, not a record',
    example: (text) => `Example: ${text}`,
    colon: ': ',
    separator: '; ',
    list: ', ',
    brackets: (text) => ` (${text})`,
    status: 'Data status',
    noData: 'No data',
    notReported: 'Not reported',
  },
};
