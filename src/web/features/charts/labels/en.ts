/** Labels of the page of charts. */
export const en = {
  charts: 'Charts',
  chart: 'Chart',
  all_figures: 'All figures of the overview',
  filters: 'Projects counted',
};
