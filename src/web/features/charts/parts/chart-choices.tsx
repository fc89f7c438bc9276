import type { ChartChoice, ChartOptions } from '#charts/kit/definition.ts';
import { SelectField } from '#web/ui/controls/field.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { makeChange } from './chart-options.ts';

/** A select field for each choice of a chart. The address holds the choice. */
export function ChartChoices({
  choices,
  options,
}: {
  readonly choices: readonly ChartChoice[];
  readonly options: ChartOptions;
}) {
  const { change } = useViewState();
  return choices.map((choice) => (
    <SelectField
      key={choice.option}
      label={choice.label}
      value={options[choice.option] ?? choice.values[0]?.value}
      onChange={(event) => change(makeChange(choice, event.target.value))}
    >
      {choice.values.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </SelectField>
  ));
}
