import { stageGroupTerms, type Terms, words } from '#domain/labels/index.ts';

/** Words of the published figures, by id. */
export const publishedTerms: Terms = {
  established_projects: stageGroupTerms.established,
  established_investment: words(
    '已落户项目计划投资',
    '立地済み案件の計画投資額',
    'Investment in established projects',
  ),
  pipeline_projects: stageGroupTerms.pipeline,
  area_km2: words('面积', '面積', 'Area'),
  financial_and_trade_partners: words(
    '金融、经贸合作机构',
    '金融・経済団体の連携先',
    'Partners in finance, business and trade',
  ),
  partner_agreements: words('合作协议', '連携協定', 'Partner agreements'),
  local_government_partners: words(
    '合作的日本地方政府',
    '連携する日本の地方自治体',
    'Local government partners in Japan',
  ),
};
