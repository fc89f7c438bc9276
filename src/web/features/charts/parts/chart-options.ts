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
}: ViewState): AddressOptions => compact({ measure: m, by, stack, event, period, form, zoom });

/** The change of the address that sets an option; the default leaves the address. */
export function makeChange({ option, values }: ChartChoice, value: string): ViewChange {
  const written = value === values[0]?.value ? undefined : value;
  return option === 'measure' ? { m: written } : { [option]: written };
}

/** Keeps the options that a chart offers with the values that it offers. */
export function keepOffered(
  options: AddressOptions,
  choices: readonly ChartChoice[],
): { readonly all: AddressOptions; readonly data: AddressOptions } {
  const offered = choices.flatMap(({ option, values, changes_data }) => {
    const value = options[option];
    return value !== undefined && values.some((one) => one.value === value)
      ? [{ option, value, changes_data }]
      : [];
  });
  const toOptions = (list: typeof offered): AddressOptions =>
    Object.fromEntries(list.map(({ option, value }) => [option, value]));
  return { all: toOptions(offered), data: toOptions(offered.filter((one) => one.changes_data)) };
}
