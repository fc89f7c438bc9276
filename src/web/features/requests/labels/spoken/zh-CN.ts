import type { SpokenLabels } from '#web/features/requests/labels/spoken.ts';

export const zh: SpokenLabels = {
  subject: ({ zone, month }) => `${zone}：${month}数据填报`,
  reminder: ({ zone, unit, person, month, cells, deadline, minutes, address, note }) =>
    [
      `${unit}${person === undefined ? '' : ` ${person}`}：您好！${zone}请贵单位于${deadline}前点击链接填报${month}数据（${cells}），约${minutes}分钟，无需登录。`,
      address,
      ...(note === undefined ? [] : [note]),
    ].join('\n'),
};
