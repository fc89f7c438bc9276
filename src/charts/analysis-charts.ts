// All charts of the page of charts under their ids, for the server and for files. Pages load the chart
// that they show instead.
export { chart as outlook } from '#charts/outlook/analysis-chart.ts';
export { chart as stage_time } from '#charts/stage-time/analysis-chart.ts';
export { chart as timeline } from '#charts/timeline/analysis-chart.ts';
export { chart as quality } from '#charts/quality/analysis-chart.ts';
export { chart as breakdown } from '#charts/breakdown/analysis-chart.ts';
export { chart as forecast_record } from '#charts/forecast-record/analysis-chart.ts';
export { chart as series } from '#charts/series/analysis-chart.ts';
export { chart as funnel } from '#charts/funnel/analysis-chart.ts';
export { chart as money_ladder } from '#charts/money-ladder/analysis-chart.ts';
export { chart as distribution } from '#charts/distribution/analysis-chart.ts';
