import type { ChartChoice, AddressOptions } from '#charts/kit/definition.ts';
import { compact } from '#domain/values/compact.ts';
import type { ViewChange } from '#web/url/use-view-state.ts';
import type { ViewState } from '#web/url/view-state.ts';

/** Reads the options of a chart from the address. */
export const readOptions = ({
  m,
  by,
  stack,
  event,
  period,
  form,
  zoom,
  currency,
}: ViewState): AddressOptions =>
  compact({ measure: m, by, stack, event, period, form, zoom, currency });

/** Makes the change of the address that sets an option; a default is removed from the address. */
export function makeChange({ option, values }: ChartChoice, value: string): ViewChange {
  const parameter = value === values[0]?.value ? undefined : value;
  return option === 'measure' ? { m: parameter } : { [option]: parameter };
}
