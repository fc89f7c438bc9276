/** Names of the charts of the overview, by id. They load without the charts. */
export const overviewCharts = {
  targets: 'Targets against plan',
  progress: 'Progress of the measure',
  pipeline: 'Projects by stage and amount',
  changes: 'What changed between two days',
};
