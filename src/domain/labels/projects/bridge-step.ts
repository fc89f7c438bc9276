import type { PrintedStepKind } from '#domain/changes/bridge-steps.ts';
import { type Terms, words } from '#domain/values/term.ts';
import { statusTerms } from './stage.ts';

/** The steps of the bridge between two days. */
export const bridgeStepTerms: Terms<PrintedStepKind> = {
  opening: words('期初', '期首', 'Opening'),
  new: words('新增', '新規', 'New'),
  signed: words('签约，仍属储备', '契約、引き続き商談・準備中', 'Signed, still in pipeline'),
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
