/** Texts of the measures of the page of charts. */
const outside = 'Projects on hold, ended ones, and those outside the filters of the chart';
const outsideAndUnknown =
  'Projects on hold, ended ones, those outside the filters; projects without a value are counted apart; two currencies are never added';
const notEnded = 'Active projects and those on hold';
const oneGroup = 'Each project stands in one group; the groups add up to the total';
const parts = 'Groups or projects with a value above 0, in one unit';
const omissionNote =
  'Projects without a value and the group that is not stated; not given for fewer than three';
const bothAmounts = 'Projects that state both in one currency';
const oneAmount = 'Projects that state one of the two, or both in different currencies';
const allPeriods = 'All periods and events that the chart shows, added up';
const outsideRecords = 'Periods without a record, and what was before the first known day';
const stays =
  'Open: active projects from entry to the day; closed: from entry to the next stage or the exit';
const undatedStays = 'Times without a day of entry or leaving, projects on hold, and moves back';
const limits =
  'The limit is that of the gate of the stage; without a gate the usual days after which a project is stalled';
const original =
  'Measured against the original date; what is overdue and what was re-planned both count';

export const breakdown = {
  sum: {
    formula: 'sum of this fact over the active projects of the group, each unit apart',
    counts: oneGroup,
    leaves_out: outsideAndUnknown,
  },
  ratio: {
    counts: 'Only projects that state both: sum ÷ sum, not the mean of the ratios of projects',
    leaves_out:
      'Projects without one of the two count in no part of it; a project without land has no value per mu',
  },
  breakdown_investment_per_mu: {
    name: 'Planned investment per mu',
    formula: 'sum of planned investment ÷ sum of site area in mu',
  },
  breakdown_output_per_mu: {
    name: 'Planned annual output per mu',
    formula: 'sum of planned annual output ÷ sum of site area in mu',
  },
  breakdown_jobs_per_100m: {
    name: 'Planned jobs per 100 million of planned investment',
    formula: 'sum of planned jobs ÷ sum of planned investment × 100 million',
  },
  breakdown_fdi_realised: {
    name: 'Foreign capital paid in ÷ contracted',
    formula: 'sum of foreign capital paid in ÷ sum of contracted foreign capital, in one currency',
  },
  breakdown_count: {
    name: 'Projects of a group',
    formula: 'number of active projects of the group',
    counts: oneGroup,
    leaves_out: outside,
  },
  breakdown_exits: {
    name: 'Projects that left',
    formula: 'number of ended projects of the group',
    counts: 'Withdrawn, lost, declined, terminated, closed; the stage is where it stopped',
    leaves_out: notEnded,
  },
  group_share: {
    name: 'Share of the total',
    formula: 'group ÷ total',
    counts: 'Within one unit; the shares of all groups add up to 100%',
    leaves_out: outsideAndUnknown,
  },
  group_known: {
    name: 'Projects with a value',
    formula: 'number of active projects of the group that state the fact',
    counts: '0 is a value',
    leaves_out: outside,
  },
  group_unknown: {
    name: 'Projects without a value',
    formula: 'number of active projects of the group that do not state the fact',
    counts: 'Not disclosed, not reported or not readable',
    leaves_out: outside,
  },
  size_point: {
    name: 'Size of a project',
    formula: 'median, 10% or 90% point of the fact over the active projects of the stage',
    counts: 'Values above 0, in one unit',
    leaves_out:
      'No value, 0 and less are counted apart; no median for one project, no other point for fewer than five',
  },
  ratio_part: {
    name: 'Part of a ratio',
    formula: 'sum of the fact over the projects that state both facts of the ratio',
    counts: 'Dividend and divisor are of the same projects',
    leaves_out: outsideAndUnknown,
  },
};

export const concentration = {
  largest_share: {
    name: 'Share of the largest',
    formula: 'the largest ÷ the total',
    counts: parts,
    leaves_out: omissionNote,
  },
  largest_three: {
    name: 'Share of the largest three (CR3)',
    formula: 'sum of the largest three ÷ the total',
    counts: parts,
    leaves_out: omissionNote,
  },
  effective_number: {
    name: 'Effective number',
    formula: '1 ÷ sum of the squares of the shares',
    counts: 'So many parts of equal size would be as concentrated',
    leaves_out: omissionNote,
  },
  hhi: {
    name: 'HHI (Herfindahl–Hirschman index)',
    formula: 'sum of the squares of the shares in per cent',
    counts: 'From 10,000 ÷ n to 10,000, where there is one',
    leaves_out: omissionNote,
  },
  hhi_normalised: {
    name: 'Normalised HHI',
    formula: '(sum of the squared shares − 1/n) ÷ (1 − 1/n)',
    counts: '0: all equal; 1: one holds all; comparable for different n',
    leaves_out: omissionNote,
  },
  rung_share: {
    name: 'Later amount ÷ earlier amount',
    formula: 'of the projects that state both: sum of the later ÷ sum of the earlier amount',
    counts: 'The same projects, in one currency',
    leaves_out: 'Projects that state one of the two, or both in different currencies',
  },
  rung_over: {
    name: 'Projects completed beyond what is paid in',
    formula: 'number of projects with completed investment > paid-in funds',
    counts: 'Projects that state both in one currency',
    leaves_out: 'Projects that state one of the two, or both in different currencies',
  },
};

export const notes = {
  pair_projects: {
    name: 'Projects that state two amounts',
    formula:
      'number of projects that state both; above and below: the later amount against the earlier',
    counts: bothAmounts,
    leaves_out: oneAmount,
  },
  pair_difference: {
    name: 'Difference of two amounts',
    formula:
      'of the projects above (or below): sum of the differences of the later and the earlier amount',
    counts: bothAmounts,
    leaves_out: oneAmount,
  },
  outside_projects: {
    name: 'Projects left out',
    formula: 'number of projects that match the filters and have this status',
    counts: 'By the status of the day',
    leaves_out: 'Projects that the chart counts',
  },
  series_by_edition: {
    name: 'Events on the day of an edition',
    formula:
      'number of events whose day is only known as that of the edition that first shows them',
    counts: allPeriods,
    leaves_out: outsideRecords,
  },
  series_unknown: {
    name: 'Events without an amount, all periods',
    formula: 'number of events of projects without the amount',
    counts: allPeriods,
    leaves_out: outsideRecords,
  },
  series_left: {
    name: 'Projects that left between two lines',
    formula:
      'number of projects that had one event and not the next, and have left or are no longer listed',
    counts: 'By the furthest stage that a project ever reached',
    leaves_out: notEnded,
  },
  cohort_outside: {
    name: 'Projects of no cohort',
    formula: 'number of projects that are in no cohort for this reason',
    counts: 'Each project has one reason',
    leaves_out: 'Projects of a cohort',
  },
};

export const times = {
  stage_cases: {
    name: 'Cases of a stage',
    formula: 'number of projects with known days that are in the stage or have left it',
    counts: stays,
    leaves_out: undatedStays,
  },
  stage_case_days: {
    name: 'Days in a stage',
    formula: 'median, 10% or 90% point of the days of the cases',
    counts: stays,
    leaves_out: 'Cases without a day; no median for one case, no other point for fewer than five',
  },
  stage_limit: {
    name: 'Limit of a stage',
    formula: 'months of the gate in days; without a gate the usual limit',
    counts: limits,
    leaves_out: 'Gates of projects with land only',
  },
  stage_over: {
    name: 'Projects over the limit of their stage',
    formula: 'number of active projects with day of entry + limit < the day',
    counts: limits,
    leaves_out: undatedStays,
  },
  stage_undated: {
    name: 'Cases without a day',
    formula: 'open without a day of entry + closed without a day of entry or leaving',
    counts: 'They are in no figure of days and are counted here',
    leaves_out: 'Cases with known days',
  },
  project_behind: {
    name: 'Days behind the original date',
    formula: 'largest of the open milestones: current plan − original date, plus the days past it',
    counts: original,
    leaves_out: 'Milestones that are done; projects without an original date',
  },
  projects_behind: {
    name: 'Projects behind their original dates',
    formula: 'number of active projects with an open milestone behind its original date',
    counts: original,
    leaves_out: 'Projects without dates or without an original date are counted apart',
  },
  quarter_milestones: {
    name: 'Milestones of a quarter',
    formula: 'number of milestones in this state whose original date lies in the quarter',
    counts: 'Without an original date by the planned day, else by the actual one',
    leaves_out: 'Milestones without any date',
  },
  due_dates: {
    name: 'Due dates',
    formula:
      'number of open milestones and deadlines of the next 90 days, or of deadlines that have passed',
    counts: 'A milestone by its planned day, else by its original date',
    leaves_out: 'Milestones without any date',
  },
  field_projects: {
    name: 'Values of a field',
    formula: 'number of active projects to which the field applies and that are in this state',
    counts: 'A field applies from a stage on; by owner the fields of all projects are added up',
    leaves_out: 'Projects to which it does not apply',
  },
  field_share: {
    name: 'Share with a value',
    formula: 'with a value ÷ applicable',
    counts: 'What a source does not disclose counts as missing',
    leaves_out: 'Projects to which it does not apply',
  },
  update_age: {
    name: 'Age of the last update',
    formula: 'number of active projects with a value whose last update is of this age',
    counts: 'Up to 30 days, 31 to 90, more, and without a day of update',
    leaves_out: 'Projects without a value',
  },
  oldest_update: {
    name: 'Days since the oldest update',
    formula: 'the day − the oldest last update of the projects with a value',
    counts: 'Calendar days',
    leaves_out: 'Projects without a day of update',
  },
};
