import load from 'highs';

const highs = await load();

/** See linear-program.d.mts. */
export function mostOf({ goal, equal, amounts, fixed }) {
  const sum = (row) =>
    row
      .flatMap((times, at) =>
        times === 0 ? [] : [`${times < 0 ? '-' : '+'} ${Math.abs(times)} x${at}`],
      )
      .join(' ');
  const objective = sum(goal);
  if (objective === '') return 0;
  const rows = equal.flatMap((row, at) => {
    const terms = sum(row);
    if (terms === '') return [];
    return [
      ` c${at}: ${terms} = ${row.reduce((total, times, i) => total + times * amounts[i], 0)}`,
    ];
  });
  const bounds = amounts.flatMap((amount, at) => (fixed[at] ? [` x${at} = ${amount}`] : []));
  const { Status, ObjectiveValue } = highs.solve(
    [
      'Maximize',
      ` goal: ${objective}`,
      'Subject To',
      ...(rows.length === 0 ? [' none: x0 >= 0'] : rows),
      'Bounds',
      ...bounds,
      'End',
    ].join('\n'),
  );
  if (Status === 'Optimal') return ObjectiveValue;
  if (Status === 'Unbounded' || Status === 'Primal infeasible or unbounded')
    return Number.POSITIVE_INFINITY;
  throw new Error(`the linear program ended as ${Status}`);
}
