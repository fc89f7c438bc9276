/** Names of the parts of explained figures. */
export const explained = {
  size_class: 'Class',
  with_value: 'Projects with a value',
  not_positive: '0 or less',
  milestone: 'Milestone',
};
