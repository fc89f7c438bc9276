import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

export const readme: SameLabels<typeof en.readme> = {
  title: '数据包',
  what: '这是什么',
  files: '文件',
  cite: '如何引用',
  citation: (zone, day, revision) => `${zone}：Headway 数据包，数据截至${day}，第${revision}次修订`,
  cite_note: '引用时请写明数据截至日期与修订号。预测、估计与初步数须注明其状态。',
  read: '如何读取',
  read_note:
    'CSV 为 UTF-8 编码，首行为字段编号，无注释行；数值为确数，日期为 ISO 8601，空白为缺数。字段的类型、单位与定义见 datapackage.json。CSV 供程序使用：电子表格可能会把其中以 =、+、- 或 @ 开头的文字当作公式运行，人工查看请打开工作簿。工作簿内容相同，带单元格类型与数字格式，文字不会运行。',
  definitions: '口径',
  sources: '来源',
  again: '重新导入',
  again_note:
    'projects.csv 与 observations.csv 可在导入页面重新导入，再次导出时内容不变。阶段的完整历史在 stage_events.csv 中，仅供查阅。',
  not_made: (title) => `${title}（未能生成，本数据包不含此文件；数据完整）`,
};
