import { formatCount } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { moveKinds, type MoveKind } from '#domain/changes/moves.ts';
import { type Terms, words } from '#domain/values/term.ts';

/** The kinds of change of a project between two days. */
export const moveTerms: Terms<MoveKind> = {
  new: words('新增', '新規', 'New'),
  gone: words('新台账中已无', '今回の一覧にない', 'No longer listed'),
  status: words('状态变更', '状態の変更', 'Status changed'),
  advanced: words('阶段推进', '段階の前進', 'Moved forward'),
  moved_back: words('阶段回退', '段階の後退', 'Moved back'),
  returned: words('期内变动后复原', '期間内に変動し復帰', 'Moved and came back'),
  stage: words('阶段设定变更', '段階の設定変更', 'Stage set or unset'),
  replanned: words('计划已调整', '予定変更', 'Re-planned'),
  revised: words('金额调整', '金額修正', 'Amount revised'),
};

const sentence: Readonly<Record<Language, (total: string, parts: readonly string[]) => string>> = {
  'zh-CN': (total, parts) => `变动项目${total}个：${parts.join('，')}。`,
  ja: (total, parts) => `変動した案件${total}件：${parts.join('、')}。`,
  en: (total, parts) =>
    `${total} ${total === '1' ? 'project' : 'projects'} changed: ${parts.join(', ')}.`,
};

/**
 * Counts changed projects by kind in one sentence; the parts add up to the total.
 *
 * @param counts - projects by the kind that each is counted under
 * @returns an empty text where no project changed
 */
export function moveCountsText(
  counts: Readonly<Record<MoveKind, number>>,
  language: Language,
): string {
  const kinds = moveKinds.filter((kind) => counts[kind] > 0);
  if (kinds.length === 0) return '';
  const part = (kind: MoveKind): string => {
    const [n, word] = [formatCount(counts[kind], language), moveTerms[kind][language]];
    return language === 'en'
      ? `${n} ${word.toLowerCase()}`
      : `${word}${n}${language === 'ja' ? '件' : '个'}`;
  };
  const total = kinds.reduce((sum, kind) => sum + counts[kind], 0);
  return sentence[language](formatCount(total, language), kinds.map(part));
}
