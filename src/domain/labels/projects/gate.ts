import type { Language } from '#domain/values/language.ts';
import { type Terms, words } from '#domain/values/term.ts';
import type { StageWords } from '#domain/zone/zone.ts';
import { stageWord } from './stage.ts';
import {
  usualGateIds,
  type Gate,
  type GateActor,
  type GateStart,
  type UsualGateId,
} from '#domain/projects/gate.ts';

export const usualGateTerms: Terms<UsualGateId> = {
  approval: words('审批', '許認可', 'Approval'),
  land_12: words('供地满12个月开工', '用地（12か月）', 'Land, 12 months'),
  land_24: words('供地满24个月未开工', '用地（24か月）', 'Land, 24 months'),
  filing_24: words('备案24个月', '届出（24か月）', 'Filing, 24 months'),
  permits: words('施工等许可', '建設などの許可', 'Permits'),
  power: words('供电', '電力', 'Power'),
};

/** The person or body that must act next at a gate. */
export const gateActorTerms: Terms<GateActor> = {
  zone: words('园区', '地区', 'the zone'),
  investor: words('投资方', '投資者', 'the investor'),
  authority: words('主管部门', '所管当局', 'the authority'),
  utility: words('供电等单位', '電力などの事業者', 'the utility'),
};

export const gateStartTerms: Terms<GateStart> = {
  agreed_start: words('约定开工日', '合意した着工日', 'the agreed start of works'),
};

const stageDayTexts: Readonly<Record<Language, (stage: string) => string>> = {
  'zh-CN': (stage) => `进入“${stage}”之日`,
  ja: (stage) => `「${stage}」となった日`,
  en: (stage) => `the day of “${stage}”`,
};

/** Names the event from which a gate runs: one of its own, or the day of its stage. */
export const gateStartText = (
  { from, counted_from }: Pick<Gate, 'from' | 'counted_from'>,
  stageWords: StageWords | undefined,
  language: Language,
): string =>
  counted_from === undefined
    ? stageDayTexts[language](stageWord(stageWords, from, language))
    : gateStartTerms[counted_from][language];

/** Names a gate: in the words of the zone, or a usual one in those of the product. */
export function gateName({ id, name }: Pick<Gate, 'id' | 'name'>, language: Language): string {
  const usual = usualGateIds.find((one) => one === id);
  const own = name?.[language] ?? name?.['zh-CN'] ?? name?.ja ?? name?.en;
  return own ?? (usual === undefined ? id : usualGateTerms[usual][language]);
}
