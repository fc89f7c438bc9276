/** Labels of the frame of the settings. */
export const settings = {
  sections: '设置的各部分',
  unknown_section: '此部分设置尚未提供。',
  viewer: '只有主管和系统管理员可以更改设置。',
  example_leaves:
    '当前显示的是示例数据。保存本区数据后，示例数据即移出；示例的目标保留到为本区命名或导入本区台账为止。可在导入页撤销恢复。',
  fictional_leaves: '当前显示的是虚构园区。首次保存数据后，即开始本区的记录。',
  section_zone: '园区',
  section_targets: '指标和目标',
  section_phases: '建设阶段和任务清单',
  section_stages: '项目阶段和阶段条件',
  section_areas: '功能分区和产业',
  section_partners: '合作方',
  section_facts: '公布数据和来源',
  section_rates: '汇率',
  section_sharing: '分享规则',
  section_report: '报告',
  section_rules: '判断规则',
  section_reminders: '定期简报',
};
