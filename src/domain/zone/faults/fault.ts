export const zoneFaultRules = [
  'empty_text',
  'id_twice',
  'share_falls',
  'share_out_of_range',
  'outside_way',
  'no_checkpoints',
  'thresholds_order',
  'deadline_before_start',
  'deadline_outside_period',
  'phase_ends_before_start',
  'unknown_indicator',
  'no_value',
  'two_groups',
  'source_unchanged',
  'unknown_phase',
  'parts_above_whole',
  'ratio_of_itself',
  'not_ascending',
  'id_of_removed',
  'unit_of_values',
] as const;
/** One fault of the settings of a zone. `path` is as `targets.companies.deadline`. */
export interface ZoneFault {
  readonly path: string;
  readonly rule: (typeof zoneFaultRules)[number];
}

/** One fault for each id that occurs more than once. */
export const findRepeatedIds = (path: string, ids: readonly string[]): ZoneFault[] =>
  [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map((id) => ({
    path: `${path}.${id}`,
    rule: 'id_twice',
  }));
