/** Words of the short tables and texts of a report on paper. */
export const en = {
  standingCount: (count: string, verdict: string) =>
    `${count} ${verdict.charAt(0).toLowerCase()}${verdict.slice(1)}`,
  paceColumns: [
    'Target',
    'By the deadline',
    'Missing or over',
    'Needed a month',
    'Actual a month',
  ] as readonly string[],
  paceMet: 'target met',
  paceOver: (amount: string) => `${amount} over`,
  forecastNote: 'Note: values by the deadline are at the present pace.',
  noForecastNote: 'Note: no target has enough values yet for a forecast by its deadline.',
  paceNote:
    'The actual pace is that of the last twelve months, of a yearly figure that since 1 January. A fall has a minus sign.',
  unit: (unit: string) => `unit: ${unit}`,
  behindCaption: 'Targets behind plan',
  behindColumns: ['Indicator', 'Gap', 'Cause'] as readonly string[],
  left: (status: string, count: string, names: string) => `${status}: ${count} (${names})`,
  allMoves: 'Each of the changed projects is in the data pack.',
  plansElsewhere:
    'The start and the path of each plan and the definition of each indicator are in the data pack.',
};
