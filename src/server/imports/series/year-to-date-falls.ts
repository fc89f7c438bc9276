import type { Observation } from '#domain/zone/indicator.ts';
import { findDoubt } from '#domain/targets/value-doubts.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

/**
 * Asks once about all values with which a year-to-date figure would decrease within its year, each
 * with the other month.
 * @returns the values to store, without the doubtful ones if the answer drops them
 */
export function askAboutFalls(
  context: ImportContext,
  fileValues: readonly Observation[],
): readonly Observation[] {
  const { indicators, observations } = context.request.register;
  const inFile = new Set(fileValues.map((o) => `${o.indicator} ${o.period}`));
  const all = [
    ...observations.filter((o) => !inFile.has(`${o.indicator} ${o.period}`)),
    ...fileValues,
  ].sort((a, b) => (a.period < b.period ? -1 : 1));
  const falls = fileValues.flatMap((observation) => {
    const indicator = indicators.find(({ id }) => id === observation.indicator);
    if (indicator === undefined || observation.value === undefined) return [];
    const others = all.filter((o) => o.indicator === indicator.id);
    const doubt = findDoubt(indicator, observation.period, observation.value, others);
    // the problem names the later of the two months in the file
    const isReported =
      doubt?.kind === 'year_to_date_fell' &&
      !(
        doubt.from.period > observation.period && inFile.has(`${indicator.id} ${doubt.from.period}`)
      );
    return isReported ? [{ observation, from: doubt.from, name: indicator.name }] : [];
  });
  for (const { observation, from, name } of falls)
    context.problems.add(
      'year_to_date_fell',
      { header: name.en, value: `${observation.period}: ${observation.value}` },
      { period: from.period, value: from.value ?? '' },
    );
  if (falls.length > 0)
    context.questions.ask(
      'falls',
      'q_falls',
      [
        context.questions.choice('take', 'c_take_values'),
        context.questions.choice('keep', 'c_leave_out'),
      ],
      {
        values: { count: falls.length },
      },
    );
  if (readTextAnswer(context.request.answers, 'falls') !== 'keep') return fileValues;
  return fileValues.filter(
    (observation) => !falls.some((fall) => fall.observation === observation),
  );
}
