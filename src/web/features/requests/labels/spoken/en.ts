import type { SpokenLabels } from '#web/features/requests/labels/spoken.ts';

export const en: SpokenLabels = {
  subject: ({ zone, month }) => `${zone}: values of ${month}`,
  reminder: ({ zone, unit, person, month, cells, deadline, minutes, address, note }) =>
    [
      `Dear ${person ?? unit},`,
      `${zone} needs the values of ${month} (${cells}). Please enter them by ${deadline}: ${address}`,
      `It takes about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and needs no sign-in.`,
      ...(note === undefined ? [] : [note]),
    ].join('\n'),
};
