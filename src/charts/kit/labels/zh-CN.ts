import { replacementMark } from '#charts/kit/style/fonts.ts';
import type { SameWords } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const zh: SameWords<typeof en> = {
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
  stamped: (revision, recorded) => `Headway 制作，第${revision}次修订（${recorded}记录）`,
  knownAt: (date) => `按${date}的记录`,
  plan: { straight: '应达进度按时序进度', checkpoints: '应达进度按检查点' },
  view: (address) => `打开此页面：${address}`,
};
