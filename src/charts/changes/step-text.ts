import type { BridgeGroup } from '#domain/changes/bridge.ts';
import type { BridgeSection, PrintedStepKind } from '#domain/changes/bridge-steps.ts';
import type { Language } from '#domain/values/language.ts';
import { statusTerms, type Terms } from '#domain/labels/index.ts';
import { words } from '#domain/values/term.ts';

/** The heads over the steps of one meaning. */
export const sectionTerms: Terms<BridgeSection> = {
  success: words('推进', '進展', 'Success'),
  loss: words('流失', '終了', 'Loss'),
  moved: words('其他变动', 'その他の動き', 'Other moves'),
  revised: words('金额变化', '金額の変化', 'New amounts'),
};

const stepTerms: Terms<PrintedStepKind> = {
  opening: words('期初', '期首', 'Opening'),
  new: words('新增', '新規', 'New'),
  signed: words('签约，仍在储备在谈', '契約、引き続き商談・準備中', 'Signed, still in pipeline'),
  established: words('落户', '立地', 'Established'),
  resumed: words('恢复推进', '再開', 'Resumed'),
  stage_set: words('阶段已确定', '段階が確定', 'Stage now known'),
  lost: statusTerms.lost,
  withdrawn: statusTerms.withdrawn,
  ended: words('不予引进、终止或退出', '不採択・契約解除・撤退', 'Declined, terminated or closed'),
  moved_back: words('退回储备在谈', '商談・準備中へ後退', 'Moved back to pipeline'),
  on_hold: statusTerms.on_hold,
  unlisted: statusTerms.unlisted,
  stage_unset: words('阶段不明', '段階が不明', 'Stage not known'),
  moved_in: words('调入', '転入', 'Moved in'),
  moved_out: words('调出', '転出', 'Moved out'),
  revised_up: words('金额上调', '増額', 'Revised up'),
  revised_down: words('金额下调', '減額', 'Revised down'),
  revised: words('金额调整', '金額修正', 'Amount revised'),
  exchange_rate: words('汇率影响', '為替影響', 'Exchange-rate effect'),
  closing: words('期末', '期末', 'Closing'),
};
/** Moves between the groups, as the group that they come to says them. */
const arrivalTerms = {
  established: words('由储备在谈落户', '商談・準備中から立地', 'Established from pipeline'),
  moved_back: words('由已落户退回', '立地済みから後退', 'Moved back from established'),
};

/** What a step is called in a group. */
export function stepLabel(
  kind: PrintedStepKind,
  group: BridgeGroup['group'],
  language: Language,
): string {
  if (kind === 'established' && group === 'established') return arrivalTerms.established[language];
  if (kind === 'moved_back' && group === 'pipeline') return arrivalTerms.moved_back[language];
  return stepTerms[kind][language];
}
