import type {
  AddressOptions,
  ChartChoice,
  ChartContext,
  ChartDefinition,
} from '#charts/kit/definition.ts';
import type { Overview } from '#domain/overview/overview.ts';

/** The choices of a reader for a chart, and which of the chosen values the chart offers. */
export interface OfferedOptions {
  readonly choices: readonly ChartChoice[];
  readonly all: AddressOptions;
  /** The options of `all` on which the data depend. */
  readonly data: AddressOptions;
}

/** The choices for readers who may not see owners and channels. */
const removeOwners = (choices: readonly ChartChoice[]): readonly ChartChoice[] =>
  choices.map((choice) => ({
    ...choice,
    values: choice.values.filter(({ value }) => value !== 'owner' && value !== 'channel'),
  }));

/**
 * Finds which of the chosen options a chart offers. The server and the page make the same query
 * from them.
 * @param mayViewNotes - whether the reader may see owners and channels
 */
export function offerOptions(
  chart: Pick<ChartDefinition<unknown>, 'choices'>,
  overview: Overview,
  { language, options }: ChartContext & { readonly options: AddressOptions },
  mayViewNotes: boolean,
): OfferedOptions {
  const offered = chart.choices?.(overview, { language, options }) ?? [];
  const choices = mayViewNotes ? offered : removeOwners(offered);
  const selection = choices.flatMap(({ option, values, changes_data }) => {
    const value = options[option];
    return value !== undefined && values.some((one) => one.value === value)
      ? [{ option, value, changes_data }]
      : [];
  });
  const toOptions = (list: typeof selection): AddressOptions =>
    Object.fromEntries(list.map(({ option, value }) => [option, value]));
  return {
    choices,
    all: toOptions(selection),
    data: toOptions(selection.filter((one) => one.changes_data)),
  };
}
