import type { SameLabels } from '#web/i18n/text.ts';
import type * as words from './en.ts';

export const zh: SameLabels<typeof words.en> = {
  lead_charts: (v) =>
    `将${v.date}的图表“${v.name}”按当前选择做成链接。无需账户即可打开，且只能看到这些内容。`,
  lead_outlook: (v) =>
    `将${v.date}的前景做成链接。无需账户即可打开，且只能看到这些内容。不含责任人。`,
  with_scenario: '链接包含情景，并标明为情景。',
  with_versus: '链接包含对比。',
  view_charts: (v) => `图表：${v.name}`,
  view_outlook: '前景',
  chart_removed: '所存图表已删除',
  on: (v) => `${v.name}，截至${v.date}`,
  chart: '图表',
  outlook: '前景',
  withheld: '此图表不显示。',
  refused: '不能这样分享。',
  owner: '链接中从不包含项目责任人。请改选分组和筛选。',
  investor: '链接中从不包含投资方。请改选分组和筛选。',
  channel: '链接从不显示线索来源。请改选分组。',
  column: '链接只有在分享者允许时才显示台账中的列。',
  shows_columns: '允许链接访问者看到台账中的此列',
  words: '允许链接访问者看到已保存图表的说明和图上注释',
  industry: '此链接不含项目产业。',
  dates: '此链接不含项目日期。',
  targets: '此链接不含目标。',
  amounts: '此链接不显示金额。请改选项目数。',
  single_amounts:
    '其合计会泄露单个项目的金额。须显示全部项目的名称和金额，且不排除任何项目；或改选项目数。',
  scenario:
    '情景与基准之差会泄露单个项目的金额。须显示全部项目的名称和金额；不带情景的前景可以分享。',
  few: '每个金额背后的投资方都过少。请改选分组，或改选项目数。',
  gone: '该图表已不再提供所选内容。',
  redistribution: '该图表涉及不得转载的数据。',
  removed: '此链接所用的已存图表已被删除，请向分享者索取新的链接。',
  removed_since: '此链接所用的已存图表后来已被删除。数字仍为定格时的数字。',
  no_single: '不显示可能性和单个项目：由此可推算出链接不显示的金额。',
};
