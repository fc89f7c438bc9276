import { changeMeasures } from './declared/changes.ts';
import { outlookMeasures } from './declared/outlook.ts';
import { projectMeasureList } from './declared/projects.ts';
import { registerMeasures } from './declared/register.ts';
import { targetMeasures } from './declared/targets.ts';
import type { Measure } from './measure.ts';
import type { MeasureId } from './measure-id.ts';

/** Every measure with its explanation. A measure without one does not compile. */
export const declaredMeasures = {
  ...registerMeasures,
  ...targetMeasures,
  ...changeMeasures,
  ...projectMeasureList,
  ...outlookMeasures,
} as const satisfies Record<MeasureId, Measure>;
