/** Texts of the measures of targets, their forecasts and the outlook. */
const notReported = 'A month that was not reported is a gap, never 0';
const coversTarget = 'Not given where the value covers another time than the target';
const recomputation =
  'Recomputed from what was known at the end of the month; months recorded later say so';
const withoutResult = 'Forecasts without a result; no score under eight results';
const adds = 'Of each project: planned − what is there already, never below 0';
const unknownProjects =
  'Projects without a number or date are listed as unknown, never as 0; projects are never counted as companies';

export const targets = {
  target_value: {
    name: 'Value now',
    formula:
      'the newest month with a value up to the day; a yearly flow: the year to date in the year of the deadline, else the last 12 months',
    counts: 'What was reported by the definition of the indicator',
    leaves_out: notReported,
  },
  target: {
    name: 'Target',
    formula: 'the number and condition as they were set',
    counts: '“More than” excludes the number, “at least” includes it',
    leaves_out: 'Former targets stand in its history',
  },
  target_share: {
    name: 'Share of target',
    formula: 'value now ÷ target; the other way round where less is better',
    counts: 'The baseline is not subtracted',
    leaves_out: coversTarget,
  },
  plan_to_date: {
    name: 'Plan to date',
    formula: 'baseline + (target − baseline) × share of the way by plan',
    counts: 'The share follows the chosen plan path, on the date of the value',
    leaves_out: 'A target without a baseline has no plan to date',
  },
  plan_progress: {
    name: 'Progress against plan',
    formula: 'value now ÷ plan to date; the other way round where less is better',
    counts: 'The verdict follows it',
    leaves_out: coversTarget,
  },
  plan_gap: {
    name: 'Gap to plan',
    formula: 'value now − plan to date',
    counts: 'In the unit of the indicator; the difference of percentages in points',
    leaves_out: coversTarget,
  },
  points_ahead: {
    name: 'Ahead of plan, in points',
    formula: 'share of target − plan to date as a share of the target',
    counts: 'In percentage points; positive means ahead',
    leaves_out: coversTarget,
  },
  remaining: {
    name: 'Remaining',
    formula: 'target − value now; one more for a whole number that must be exceeded',
    counts: '0 once the target is met',
    leaves_out: coversTarget,
  },
  pace_needed: {
    name: 'Pace needed',
    formula: 'remaining ÷ months to the deadline',
    counts:
      'A month has 30.4375 days; a yearly flow: the change of its 12-month total a month, in the year of the deadline the amount a month',
    leaves_out: 'Not given after the deadline',
  },
  pace: {
    name: 'Actual pace',
    formula:
      'median of the slopes between any two months of the last 12; a yearly flow in the year of its deadline: year to date ÷ months',
    counts: 'At least four values over six months',
    leaves_out: 'Months before a break in the series',
  },
  pace_ratio: {
    name: 'Actual ÷ needed pace',
    formula: 'actual pace ÷ pace needed',
    counts: '100% means that the actual pace is just enough',
    leaves_out: 'Not given without growth',
  },
  forecast: {
    name: 'Forecast',
    formula:
      'value + actual pace × months left; a yearly flow: year to date ÷ the share that the same months had last year',
    counts: 'Band 10–90%: if months vary as they have',
    leaves_out:
      'It knows nothing of projects to come; none is made from too few months or for too far ahead',
  },
  verdict: {
    name: 'Verdict',
    formula:
      'progress against plan, held against the thresholds of the zone; after the deadline the result',
    counts:
      'The thresholds stand beside it. A ratio, and a value whose plan to date is the target itself, are on plan from 100% of it',
    leaves_out: 'A stale value is never called ahead of or on plan',
  },
  checklist: {
    name: 'Checklist',
    formula: 'items done of all items',
    counts: 'The items of a target in words',
    leaves_out: 'No percentage is made of it',
  },
  reported_value: {
    name: 'Value of a month',
    formula: 'as it was reported or published',
    counts: 'The newest revision; earlier ones stay in its history',
    leaves_out: notReported,
  },
  indicator_change: {
    name: 'Change of an indicator',
    formula: 'value on the second day − value on the first',
    counts: 'The newest month known on each day',
    leaves_out: 'No difference across a break in the series',
  },
};

export const forecasts = {
  outlook_unknown: {
    name: 'Projects without a number to add',
    formula: 'number of active projects without a number that could be added',
    counts: 'Listed as unknown, never as 0',
    leaves_out: 'Projects on hold and ended ones',
  },
  outlook_effect: {
    name: 'Effect of an assumption',
    formula: 'result with this assumption changed − base result',
    counts: 'One assumption at a time, all others unchanged',
    leaves_out: 'Projects without a number; a scenario is no fact',
  },
  past_forecast: {
    name: 'Past forecast',
    formula:
      'last value at the end of the month + 10, 25, 50, 75 or 90% point of the growth up to the day',
    counts: recomputation,
    leaves_out: 'Values that were not known then',
  },
  forecast_inside: {
    name: 'Results inside the band',
    formula: 'number of forecasts with 10% point ≤ result ≤ 90% point',
    counts: recomputation,
    leaves_out: withoutResult,
  },
  forecast_brier: {
    name: 'Brier score',
    formula: 'mean of (chance − whether it was reached) squared; 0 is best',
    counts: 'Whether the straight plan was reached; beside it the score of one constant chance',
    leaves_out: withoutResult,
  },
  forecast_error: {
    name: 'Median difference from the forecast',
    formula: 'median of result − middle',
    counts: recomputation,
    leaves_out: withoutResult,
  },
  plan_at: {
    name: 'Plan on a day',
    formula: 'baseline + (target − baseline) × share of the way by plan on the day',
    counts: 'The share follows the chosen plan path',
    leaves_out: 'A target without a baseline has no plan',
  },
  baseline: {
    name: 'Baseline',
    formula:
      'the value from which the plan runs: as entered, or that of the month nearest to the day',
    counts: 'Its day and where it is from stand beside it',
    leaves_out: 'Targets without one',
  },
  size_projects: {
    name: 'Projects of a size',
    formula: 'number of active projects of the stage with the fact in this class',
    counts: 'Values in one unit; 0 or less, other units and no value stand apart',
    leaves_out: 'Projects on hold and ended ones',
  },
  converted_amount: {
    name: 'Converted amount',
    formula: 'original amount × exchange rate',
    counts: 'The rate in force on the day, with its own day and source',
    leaves_out: 'Currencies without a rate are not converted; converted amounts are in no sum',
  },
};

export const outlook = {
  outlook_adds: {
    name: 'What the register still adds',
    formula: 'sum of what the active projects of the stage still add',
    counts: adds,
    leaves_out: unknownProjects,
  },
  outlook_signed: {
    name: 'Signed',
    formula: 'value now + what established projects still add + signed projects',
    counts: adds,
    leaves_out: unknownProjects,
  },
  outlook_ceiling: {
    name: 'Ceiling',
    formula: 'value now + all that the active projects still add',
    counts: adds,
    leaves_out: unknownProjects,
  },
  outlook_missing: {
    name: 'Missing even then',
    formula: 'target − ceiling, never below 0',
    counts: 'Without any probability',
    leaves_out: unknownProjects,
  },
  outlook_by_date: {
    name: 'By the day of full capacity',
    formula: 'by the deadline + later + without a date = what the register still adds',
    counts: adds,
    leaves_out: unknownProjects,
  },
  outlook_in_time: {
    name: 'By the deadline, on their own dates',
    formula:
      'each dated project: what it still adds × months from its start to the deadline ÷ months from its start to full capacity, at most 1; of a yearly amount the mean of its twelve months',
    counts:
      'Projects with an amount and a date of full capacity; a start before today counts from today',
    leaves_out: unknownProjects,
  },
  outlook_fewest: {
    name: 'Fewest projects that close the gap',
    formula: 'largest first, until they cover what remains',
    counts: 'Of two equal projects, the one that opens first',
    leaves_out: unknownProjects,
  },
  outlook_chance: {
    name: 'Chance',
    formula:
      'share of outcomes in which the projects bring at least what is missing by the deadline',
    counts:
      'Monthly rates of moving on and leaving per stage; labelled defaults where own history is short',
    leaves_out: 'Projects without a number; so the chance is at least this',
  },
  outlook_likely: {
    name: 'What projects are likely to bring',
    formula: '10, 50 and 90% points of the same distribution',
    counts: adds,
    leaves_out: unknownProjects,
  },
};
