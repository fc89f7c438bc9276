/** Labels of the frame of the settings. */
export const settings = {
  sections: 'Sections of the settings',
  unknown_section: 'These settings are not here yet.',
  viewer: 'Only managers and admins can change the settings.',
  example_leaves:
    'You are looking at example figures. When you save your own figures, the example figures are removed; the targets stay until you name your zone or import its register. “Undo” on the import page restores them.',
  fictional_leaves:
    'You are looking at the fictional Example Zone. The first figures that you save start your own zone.',
  section_zone: 'Zone',
  section_targets: 'Indicators and targets',
  section_phases: 'Phases and checklists',
  section_stages: 'Stages and gates',
  section_areas: 'Areas and industries',
  section_partners: 'Partners',
  section_facts: 'Facts and sources',
  section_rates: 'Exchange rates',
  section_sharing: 'Sharing policy',
  section_report: 'Report',
  section_rules: 'Verdict rules',
  section_reminders: 'Digests',
};
