/** Texts of the measures of the register, its projects and their events. */
const activeOnly = 'Projects on hold and ended ones are not counted';
const stillInStage = 'Projects that are still in the stage: their time is not over';
const withoutEntry = 'Projects without a day of entry; not given for fewer than five';
const withoutAmount =
  'Projects without an amount are in no sum and are counted apart; two currencies are never added';
const addsUp = 'Opening and all steps add up to closing';
const firstDay = 'Each project once for each event, on the first day on which it had come so far';
const withoutRecord =
  'Nothing before the first known day; a period without a record is unknown, not 0';
const cohort = 'Each project stands in the period of its entry and has one end';
const noCohort =
  'Projects without a day of entry, from before the first known day, or that entered at the goal or beyond';
const incidence =
  'Two competing ends (Aalen–Johansen), nothing extrapolated; open projects are followed up to the day';

export const register = {
  established_projects: {
    name: 'Established projects',
    formula: 'number of active projects in the stages that count as established',
    counts: 'Each project once. Without a register of its own: the figure that a source published',
    leaves_out: activeOnly,
  },
  established_investment: {
    name: 'Investment in established projects',
    formula: 'sum of the planned investment of established projects, each currency apart',
    counts: 'What is planned; neither paid-in funds nor completed investment',
    leaves_out: withoutAmount,
  },
  pipeline_projects: {
    name: 'Pipeline',
    formula: 'number of active projects in the stages that count as pipeline',
    counts:
      'Each project once; those that are signed stand apart as well. A known agreement that is no contract signs none',
    leaves_out: activeOnly,
  },
  class_projects: {
    name: 'Projects by the classes of a source',
    formula: 'the figure that the source published on that day, as it stands',
    counts: 'What the source counts, by its own classes',
    leaves_out: 'It is neither added to nor compared with other sources or classes',
  },
  projects_not_counted: {
    name: 'Not counted',
    formula: 'projects of the register − active projects',
    counts: 'Projects on hold and ended ones',
    leaves_out: 'Active projects',
  },
  undisclosed_projects: {
    name: 'Projects without an amount',
    formula: 'number of active projects without a planned investment',
    counts: 'Amounts not disclosed, not reported or not readable; 0 is an amount',
    leaves_out: activeOnly,
  },
  listed_projects: {
    name: 'Projects listed',
    formula: 'number of projects that match the filters',
    counts: 'Projects in the register on that day',
    leaves_out: 'Projects that do not match the filters',
  },
  stage_projects: {
    name: 'Projects in the stage',
    formula: 'number of active projects in the stage on the day',
    counts: 'The stage of the stage log, never derived from dates',
    leaves_out: activeOnly,
  },
  stage_investment: {
    name: 'Planned investment of the stage',
    formula:
      'sum of the planned investment of the active projects in the stage, each currency apart',
    counts: 'What is planned, without any weight',
    leaves_out: withoutAmount,
  },
  stage_median_days: {
    name: 'Days in the stage, median',
    formula: 'median, over the active projects in the stage, of the days from entry to the day',
    counts: stillInStage,
    leaves_out: withoutEntry,
  },
  stage_days_8_in_10: {
    name: 'Days for 8 in 10',
    formula: 'at least 8 in 10 of the projects have been in the stage for at most this many days',
    counts: stillInStage,
    leaves_out: withoutEntry,
  },
  projects_on_hold: {
    name: 'Projects on hold',
    formula: 'number of projects whose status is on hold on the day',
    counts: 'Listed below the pipeline, never in it',
    leaves_out: 'Ended projects',
  },
  stage_moves: {
    name: 'Moves between stages',
    formula: 'moves between stages and new projects between the two days',
    counts: 'Each move; forward and back stand apart',
    leaves_out: 'Projects whose amount or dates alone changed',
  },
  needs_action: {
    name: 'Needs action',
    formula: 'number of active projects that exceed at least one limit',
    counts:
      'An original date that has passed; stalled; an issue past its day; a blocked gate; no update for more than 35 days',
    leaves_out:
      'Projects on hold and ended ones; projects without any date cannot be judged and are counted apart',
  },
};

export const projects = {
  project_amount: {
    name: 'Amount of a project',
    formula: 'as the register has it, in its own currency',
    counts: 'Planned, contracted, paid-in and completed stand apart and are never added',
    leaves_out: 'An amount that is missing has its reason; it is never 0',
  },
  project_jobs: {
    name: 'Jobs of a project',
    formula: 'as the register has it',
    counts: 'Planned and actual jobs stand apart and are never added',
    leaves_out: 'Not reported is never 0',
  },
  project_fact: {
    name: 'Fact of a project',
    formula: 'as the register has it',
    counts: 'Land, floor area or the foreign share',
    leaves_out: 'Not reported is never 0',
  },
  project_stage_days: {
    name: 'Days in the stage',
    formula: 'the day − the day on which the stage began',
    counts: 'Calendar days',
    leaves_out: 'Not given where the day of entry is not known',
  },
  project_delay: {
    name: 'Later than first planned',
    formula: 'actual or current date − original date',
    counts: 'Calendar days; re-planning never moves the original date',
    leaves_out: 'Not given without an original date',
  },
  project_overdue: {
    name: 'Days overdue',
    formula: 'the day − the day from which it counts − its limit',
    counts: 'The limit that is exceeded most',
    leaves_out: 'Limits that are not exceeded',
  },
  project_light: {
    name: 'State of the milestones',
    formula: 'up to 90 days overdue: at risk; more: behind; a stale record is never on track',
    counts: 'Measured against the original date; re-planning does not improve it',
    leaves_out: 'Not known without an original date',
  },
};

export const changes = {
  bridge_projects: {
    name: 'What changed: projects',
    formula: 'number of projects with this change between the two days',
    counts: addsUp,
    leaves_out: 'Projects in neither group: on hold, ended, stage not set',
  },
  bridge_investment: {
    name: 'What changed: planned investment',
    formula:
      'sum of the planned investment of the projects with this change, each currency apart; a revision counts by its difference',
    counts: addsUp,
    leaves_out: 'Projects without an amount are counted apart; two currencies are never added',
  },
  changed_projects: {
    name: 'Changed projects',
    formula: 'number of projects with at least one change between the two days',
    counts: 'Each project once, under the first of its kinds',
    leaves_out: 'Projects without a change',
  },
};

export const events = {
  event_projects: {
    name: 'Events of a period',
    formula: 'number of projects whose first day of the event lies in the period',
    counts: firstDay,
    leaves_out: withoutRecord,
  },
  event_amount: {
    name: 'Amount of the events of a period',
    formula: 'sum of the amounts of the projects with the event in the period, each currency apart',
    counts: 'The amounts of the projects on the day of the data',
    leaves_out: 'Projects without an amount are counted apart; a period without a record is not 0',
  },
  event_total: {
    name: 'Events up to the end of a period',
    formula: 'what was there at the start of the records + all periods up to the end of this one',
    counts: firstDay,
    leaves_out: 'Nothing is added up from the first period without a record on',
  },
  event_unknown: {
    name: 'Events without an amount',
    formula: 'number of projects with the event in the period and without an amount',
    counts: firstDay,
    leaves_out: withoutRecord,
  },
  period_value: {
    name: 'Value of a period',
    formula: 'a flow: the sum of the months of the period; a level: the last month of the period',
    counts: 'What was reported by the definition of the indicator; levels are never added',
    leaves_out:
      'A period that lacks a month has no sum; nothing is added across a break in the series',
  },
  cohort_projects: {
    name: 'Projects of a cohort',
    formula: 'number of projects that entered in the period and have this end by the day',
    counts: cohort,
    leaves_out: noCohort,
  },
  cohort_share: {
    name: 'Share of a cohort',
    formula: 'projects with this end ÷ projects that entered in the period',
    counts: 'Young cohorts are still open: their shares are not settled',
    leaves_out: 'Counts only for cohorts of fewer than five',
  },
  incidence_share: {
    name: 'Cumulative incidence',
    formula:
      'sum over the days: share still open before × ended so on the day ÷ still followed on the day',
    counts: incidence,
    leaves_out: noCohort,
  },
  incidence_followed: {
    name: 'Projects still followed',
    formula: 'number of projects that are open and followed so many months after entry',
    counts: incidence,
    leaves_out: noCohort,
  },
};
