/** Names of the charts of the overview, by id. They load without the charts. */
export const overviewCharts = {
  targets: 'Targets against plan',
  progress: 'Progress of the measure',
  pipeline: 'Projects by stage and amount',
  changes: 'What changed between two days',
};
/** Names of the charts of the page of charts, by id. */
export const analysisCharts = {
  outlook: 'What is missing even if everything lands',
  stage_time: 'Time in each stage',
  timeline: 'Late and due milestones',
  quality: 'Completeness and age of the data',
  breakdown: 'Breakdown',
  forecast_record: 'Past forecasts and results',
  series: 'Events and indicators over time',
  funnel: 'Conversion and exits by cohort',
  money_ladder: 'Money ladder',
  distribution: 'Project sizes',
};
