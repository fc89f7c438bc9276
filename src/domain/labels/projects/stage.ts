import type { Language } from '#domain/values/language.ts';
import type { StageWords } from '#domain/zone/zone.ts';
import type { StageGroup, StageOrUnknown, Status } from '#domain/projects/stage.ts';
import { type Terms, term, words } from '#domain/values/term.ts';

/**
 * Stages, by their short names everywhere (docs/glossary.md). A zone may relabel them; ids never
 * change.
 */
export const stageTerms: Terms<StageOrUnknown> = {
  lead: words('线索', '有望案件', 'Lead'),
  negotiation: words('在谈', '商談中', 'In negotiation'),
  signed: words('已签约', '契約済', 'Signed'),
  registered: words('已注册', '登記済', 'Registered'),
  construction: words('在建', '建設中', 'Under construction'),
  operation: words('已投产', '操業中', 'In operation'),
  full_capacity: words('已达产', 'フル稼働', 'At full capacity'),
  unknown: words('阶段未定', '段階未定', 'Stage not set'),
};

/** Stages in the words of a zone, where it has its own. */
export const zoneStageTerms = (words: StageWords | undefined): Terms<StageOrUnknown> => ({
  ...stageTerms,
  ...words,
});
/**
 * The name of a stage, in the words of the zone where it has its own; a word of the source is kept.
 */
export const stageWord = (
  words: StageWords | undefined,
  stage: string,
  language: Language,
): string => term(zoneStageTerms(words), stage, language);

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

/** The groups that stages are counted in. */
export const stageGroupTerms: Terms<StageGroup | 'unknown'> = {
  established: words('已落户项目', '立地済み案件', 'Established projects'),
  pipeline: words('储备在谈项目', '商談・準備中案件', 'Pipeline'),
  neither: words('不计入', '対象外', 'Not counted'),
  unknown: words('阶段未定', '段階未定', 'Stage not set'),
};
