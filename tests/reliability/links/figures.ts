import { stagesAndUnknown } from '#domain/projects/stage.ts';
import { bridgeSteps } from '#domain/changes/bridge-steps.ts';

const stageMeasures = [
  'stage_projects',
  'stage_investment',
  'stage_median_days',
  'stage_cases',
  'stage_limit',
];
const cellMeasures = [
  'breakdown_count',
  'breakdown_total_investment',
  'breakdown_paid_in',
  'group_share',
  'group_unknown',
  'hhi',
];
const targetMeasures = ['target_value', 'forecast', 'verdict', 'outlook_ceiling', 'outlook_fewest'];
const alone = [
  'established_projects',
  'established_investment',
  'pipeline_projects',
  'listed_projects',
  'undisclosed_projects',
  'changed_projects',
  'projects_on_hold',
  'needs_action',
  'projects_behind',
];

/** Addresses of explanations that a reader could guess. */
export const listExplanations = (codes: readonly string[]): readonly string[] =>
  [
    ...alone,
    ...stageMeasures.flatMap((measure) =>
      [...stagesAndUnknown, 'established', 'pipeline'].map(
        (stage) => `${measure}?stage=${stage}&key=${stage}`,
      ),
    ),
    ...cellMeasures.flatMap((measure) =>
      ['', '&key=eco', '&key=', '&rest=key', '&versus=2021-02-28', '&as_of=2021-02-28'].map(
        (place) => `${measure}?among=groups${place}`,
      ),
    ),
    ...targetMeasures.map((measure) => `${measure}?target=companies`),
    ...bridgeSteps.flatMap((step) => [
      `bridge_projects?group=established&step=${step}`,
      `bridge_investment?group=pipeline&step=${step}`,
    ]),
    ...codes.slice(0, 6).map((code) => `project_amount?code=${encodeURIComponent(code)}`),
  ].map((figure) => `/explanations/${figure}`);
