import { breakdownMeasureList, groupMeasures } from './declared/breakdown.ts';
import { changeMeasures } from './declared/changes.ts';
import { concentrationMeasures } from './declared/concentration.ts';
import { eventMeasureList } from './declared/events.ts';
import { forecastMeasures } from './declared/forecasts.ts';
import { noteMeasures } from './declared/notes.ts';
import { outlookMeasures } from './declared/outlook.ts';
import { projectMeasureList } from './declared/projects.ts';
import { registerMeasures } from './declared/register.ts';
import { targetMeasures } from './declared/targets.ts';
import { timeMeasures } from './declared/times.ts';
import type { Measure } from './measure.ts';
import type { MeasureId } from './measure-id.ts';

/** All measures. A measure without an explanation does not compile. */
export const declaredMeasures = {
  ...registerMeasures,
  ...targetMeasures,
  ...changeMeasures,
  ...projectMeasureList,
  ...outlookMeasures,
  ...breakdownMeasureList,
  ...groupMeasures,
  ...concentrationMeasures,
  ...eventMeasureList,
  ...timeMeasures,
  ...noteMeasures,
  ...forecastMeasures,
} as const satisfies Record<MeasureId, Measure>;
