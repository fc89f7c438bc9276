/** Labels of the slides of a report. Functions take formatted texts and arrange them. */
export const en = {
  slide: (number: string) => `slide ${number}`,
  problems: (count: string) =>
    count === '1' ? '1 issue needs action' : `${count} issues need action`,
  targetsBehind: (count: string) =>
    count === '1' ? '1 target is behind plan' : `${count} targets are behind plan`,
  projectsToAct: (count: string) =>
    count === '1' ? '1 project needs action' : `${count} projects need action`,
  join: '; ',
  steps: (count: string) => (count === '1' ? '1 next step' : `${count} next steps`),
  problemsAndSteps: (day: string) => `Issues and next steps, as of ${day}`,
  keyProjects: (rows: string, all: string) =>
    rows === all
      ? `The ${all} established projects`
      : `The ${rows} largest of ${all} established projects`,
  keyProjectsHow: (day: string) => `Established projects, largest first, as of ${day}`,
  sources: 'Sources and definitions',
  sourcesHow: 'What the figures rest on, and how they are made',
  revised: (count: string) =>
    count === '1' ? '1 figure was revised since' : `${count} figures were revised since`,
  changed: 'What moved, and how the indicators changed',
  more: (count: string) => `and ${count} more in the data pack`,
  plannedInvestment: 'planned investment of established projects',
  facts: {
    target: 'Target',
    now: 'Now',
    gap: 'Gap to plan',
    share: 'Share of target',
    ofPlan: 'Progress against plan',
    forecast: 'Forecast',
    range: 'Forecast, 10–90%',
  },
};
