import { compact } from '#domain/values/compact.ts';
import type {
  AddressOptions,
  ChartChoice,
  ChartContext,
  ChartDefinition,
} from '#charts/kit/definition.ts';
import { isCurrency } from '#domain/values/money.ts';
import type { Overview } from '#domain/overview/overview.ts';
import {
  type ColumnKey,
  isColumnKey,
  readColumnKey,
  toColumnKey,
} from '#domain/projects/fields/own-column.ts';

/** The choices of a reader for a chart, and which of the chosen values the chart offers. */
export interface OfferedOptions {
  readonly choices: readonly ChartChoice[];
  readonly all: AddressOptions;
  /** The options of `all` on which the data depend. */
  readonly data: AddressOptions;
}

/** The choices for readers who may not see owners, channels and columns. */
const removeOwners = (choices: readonly ChartChoice[]): readonly ChartChoice[] =>
  choices.map(({ takes, ...choice }) => ({
    ...choice,
    ...compact({ takes: takes === 'currencies' ? takes : undefined }),
    values: choice.values.filter(({ value }) => value !== 'owner' && value !== 'channel'),
  }));

/** Whether a choice has a value: one of its list, or any column or currency where it takes these. */
export const hasValue = ({ values, takes }: ChartChoice, value: string): boolean =>
  values.some((one) => one.value === value) ||
  (takes === 'columns' && isColumnKey(value)) ||
  (takes === 'currencies' && isCurrency(value));

/** Adds the columns of a register, and a chosen one, to the choices that take them. */
export const addColumns = (
  choices: readonly ChartChoice[],
  headings: readonly string[],
  chosen: string | undefined,
): readonly ChartChoice[] => {
  const chosenHeading = isColumnKey(chosen ?? '') ? [readColumnKey(chosen as ColumnKey)] : [];
  return choices.map((choice) =>
    choice.takes === 'columns'
      ? {
          ...choice,
          values: [
            ...choice.values,
            ...[...new Set([...headings, ...chosenHeading])].map((heading) => ({
              value: toColumnKey(heading),
              label: heading,
            })),
          ],
        }
      : choice,
  );
};

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
  const offers = chart.choices?.(overview, { language, options }) ?? [];
  const choices = mayViewNotes ? offers : removeOwners(offers);
  const selection = choices.flatMap((choice) => {
    const { option, changes_data } = choice;
    const value = options[option];
    return value !== undefined && hasValue(choice, value) ? [{ option, value, changes_data }] : [];
  });
  const toOptions = (list: typeof selection): AddressOptions =>
    Object.fromEntries(list.map(({ option, value }) => [option, value]));
  return {
    choices,
    all: toOptions(selection),
    data: toOptions(selection.filter((one) => one.changes_data)),
  };
}
