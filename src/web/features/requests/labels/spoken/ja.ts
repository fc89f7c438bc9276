import type { SpokenLabels } from '#web/features/requests/labels/spoken.ts';

export const ja: SpokenLabels = {
  subject: ({ zone, month }) => `${zone}：${month}の実績入力`,
  reminder: ({ zone, unit, person, month, cells, deadline, minutes, address, note }) =>
    [
      `${unit}${person === undefined ? ' 御中' : ` ${person} 様`}`,
      `${zone}です。${month}の実績（${cells}）を、${deadline}までに次のリンクからご入力ください。約${minutes}分、サインイン不要です。`,
      address,
      ...(note === undefined ? [] : [note]),
    ].join('\n'),
};
