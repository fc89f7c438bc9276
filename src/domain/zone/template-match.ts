import type { Indicator } from './indicator.ts';
import type { IndicatorTemplate } from './indicator-templates.ts';
import { findTemplate } from './template-use.ts';

/** Whether a zone's indicator is that of a template: by its id, or by one of its names. */
export const isOfTemplate = ({ id, name }: Indicator, template: IndicatorTemplate): boolean =>
  id === template.indicator.id || Object.values(name).some((one) => findTemplate(one) === template);
