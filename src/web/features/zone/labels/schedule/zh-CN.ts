import type { SameLabels } from '#web/i18n/text.ts';
import type * as en from './en.ts';

export const schedule: SameLabels<typeof en.schedule> = {
  schedule: '定稿月份的文件',
  schedule_hint:
    '月报定稿后数分钟内，文件写入运维人员指定的文件夹。重新定稿后，新文件替换原文件。未选择时不写入。',
  schedule_notes: '含内部备注',
  schedule_notes_hint:
    '含查看者看不到的问题、议定事项，以及所选的内部章节。能打开该文件夹的人均可看到。',
  no_folder: '本服务器未设报告文件夹，运维人员可用HEADWAY_REPORTS指定。',
  files_written: (v) => `${v.month}：${v.at}已写入${v.count}个文件`,
  files_writing: (v) => `${v.month}：正在写入`,
  files_failed: (v) => `${v.month}：未写入。${v.why}下次尝试：${v.next}`,
  folder_missing: '文件夹不存在。',
  folder_no_right: '服务器没有该文件夹的写入权限。',
  folder_full: '文件夹空间已满。',
  folder_failed: '文件无法写入该文件夹。',
  folder_no_report: '报告未能生成。',
};
