import type { Observation } from '#domain/zone/indicator.ts';
import { findDoubt, writeTimes } from '#domain/targets/value-doubts.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

/**
 * Asks once about all values that are about ten times or a tenth of a stored value of the same or
 * an earlier month, since most of them have a wrong unit. Values of the same file are not compared.
 * @returns the values to store, without the doubtful ones if the answer drops them
 */
export function askAboutJumps(
  context: ImportContext,
  fileValues: readonly Observation[],
): readonly Observation[] {
  const { indicators, observations } = context.request.register;
  const storedValues = observations.toSorted((a, b) => (a.period < b.period ? -1 : 1));
  const jumps = fileValues.flatMap((observation) => {
    const { period, value } = observation;
    const indicator = indicators.find(({ id }) => id === observation.indicator);
    if (indicator === undefined || value === undefined) return [];
    const ownValues = storedValues.filter((one) => one.indicator === indicator.id);
    const doubt = findDoubt(indicator, period, value, ownValues);
    return doubt?.kind === 'jump'
      ? [{ observation, from: doubt.from, times: doubt.times, name: indicator.name, value }]
      : [];
  });
  for (const { observation, from, times, name, value } of jumps)
    context.problems.add(
      'value_jump',
      { header: name.en, value: `${observation.period}: ${value}` },
      { times: writeTimes(times), period: from.period, value: from.value ?? '' },
    );
  if (jumps.length > 0)
    context.questions.ask(
      'jumps',
      'q_value_jumps',
      [
        context.questions.choice('take', 'c_take_values'),
        context.questions.choice('keep', 'c_leave_out'),
      ],
      { values: { count: jumps.length } },
    );
  if (readTextAnswer(context.request.answers, 'jumps') !== 'keep') return fileValues;
  return fileValues.filter(
    (observation) => !jumps.some((jump) => jump.observation === observation),
  );
}
