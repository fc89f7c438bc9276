import { replacementMark } from '#charts/kit/style/fonts.ts';
import type { SameLabels } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const zh: SameLabels<typeof en> = {
  source: (text) => `来源：${text}`,
  asOf: (date) => `数据截至${date}`,
  madeWith: 'Headway 制作',
  illustrative: '示例数据（虚构），请勿引用',
  inventedValues: '当前值为示例，虚构，非统计记录',
  example: (text) => `示例：${text}`,
  filtered: (filters) => `仅统计以下项目：${filters}`,
  colon: '：',
  separator: '；',
  list: '、',
  stop: '。',
  brackets: (text) => `（${text}）`,
  on: (day) => day,
  endOf: (year) => `${year}年末`,
  pressMark: '点按可查看数据构成',
  status: '数据状态',
  noData: '暂无数据',
  replaced: `部分字符没有可用字体，以“${replacementMark}”代替；数据文件中保留原文`,
  stamped: (revision, recorded) => `Headway 制作，第${revision}次修订（${recorded}记录）`,
  knownAt: (date) => `按${date}的记录`,
  plan: { straight: '应达进度按序时进度', checkpoints: '应达进度按检查点' },
  view: (address) => `打开此页面：${address}`,
  numerals: ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'],
  and: '和',
  sentenceStop: '。',
  planBasis: {
    value: '基期值',
    day: '基期日期',
    source: '基期值来源',
    path: '计划方式',
    checkpoints: '所用检查点',
    note: (start, path) => `计划：自${start}起，${path}`,
  },
  rate: (quoted, day, source) => `${quoted}（${day}，${source}）`,
  secondaryCurrency: {
    rates: (currency, rates) => `并列${currency}金额，汇率：${rates}`,
    missing: (currency, from, day) =>
      `未并列${currency}金额：没有${day}或以前的${from}与${currency}汇率，请在目标页录入`,
  },
};
