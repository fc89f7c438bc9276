import { words } from '#domain/values/term.ts';

/** Title of the targets of a zone without any. */
export const noTargetsTerm = words('尚未设定目标', '目標は未設定', 'No targets yet');

/** Subtitle of the same. */
export const noTargetsLead = words(
  '设定目标和期限后，这里显示与应达进度的对比。',
  '目標と期限を設定すると、計画との比較をここに表示する。',
  'Once a target and its deadline are set, it is compared with its plan here.',
);
