import type { Light } from '#domain/projects/light.ts';
import { type Terms, words } from '#domain/values/term.ts';

/** The lights of a project's milestones. */
export const lightTerms: Terms<Light> = {
  on_track: words('正常', '順調', 'On track'),
  at_risk: words('预警', '注意', 'At risk'),
  behind: words('滞后', '遅延', 'Behind'),
  stale: words('数据陈旧', 'データ更新遅延', 'Stale'),
  not_known: words('未知', '不明', 'Not known'),
};
