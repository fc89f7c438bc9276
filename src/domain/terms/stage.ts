import type { Language } from '#domain/language.ts';
import type { StageWords } from '#domain/zone.ts';
import type { StageGroup, StageOrUnknown, Status } from '#domain/stage.ts';
import { type Terms, term, words } from './term.ts';

/** Stages (domain reference 4.4, 27–33). A zone may relabel them; ids never change. */
export const stageTerms: Terms<StageOrUnknown> = {
  lead: words('有效线索', '有望案件', 'Qualified lead'),
  negotiation: words('在谈', '商談中', 'In negotiation'),
  signed: words('已签约', '契約締結済', 'Signed'),
  registered: words('已注册立项', '設立登記・届出済', 'Registered and filed'),
  construction: words('开工在建', '着工・建設中', 'Under construction'),
  operation: words('已投产运营', '操業中', 'In operation'),
  full_capacity: words('已达产', 'フル稼働', 'At design capacity'),
  unknown: words('阶段未定', '段階未定', 'Stage not mapped'),
};

/** Stages in the words of a zone: its own where it has any. */
export const zoneStageTerms = (words: StageWords | undefined): Terms<StageOrUnknown> => ({ ...stageTerms, ...words });
/** What a stage is called, in the zone's own words where it has any; a source's own word stands as it is. */
export const stageWord = (words: StageWords | undefined, stage: string, language: Language): string =>
  term(zoneStageTerms(words), stage, language);

/** Statuses (4.4, 36–42). */
export const statusTerms: Terms<Status> = {
  active: words('推进中', '進行中', 'Active'),
  on_hold: words('暂缓', '保留', 'On hold'),
  withdrawn: words('投资方撤回', '取下げ（投資者側）', 'Withdrawn by investor'),
  lost: words('流失至其他地区', '他地域へ決定', 'Lost to another location'),
  rejected: words('不予引进', '不採択', 'Declined by the zone'),
  terminated: words('协议终止', '契約解除', 'Agreement terminated'),
  closed: words('退出', '撤退', 'Closed'),
  unlisted: words('新台账中已无', '今回の一覧にない', 'No longer listed'),
};

/** The published words that stages are mapped to (4.4, 34–35). */
export const stageGroupTerms: Terms<StageGroup | 'unknown'> = {
  established: words('已落户项目', '進出決定案件（設立済）', 'Established projects'),
  pipeline: words('储备在谈项目', '商談・準備中案件', 'Pipeline projects'),
  neither: words('不计入', '対象外', 'In neither'),
  unknown: words('阶段未定', '段階未定', 'Stage not mapped'),
};
