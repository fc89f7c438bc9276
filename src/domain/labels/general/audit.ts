import { listMark, inBrackets, type Language } from '#domain/values/language.ts';
import { type Terms, words } from '#domain/values/term.ts';

/** Fields of the zone. */
export const fieldTerms: Terms = {
  name: words('名称', '名称', 'name'),
  short_name: words('简称', '略称', 'short name'),
  base_currency: words('本位币', '基準通貨', 'base currency'),
  time_zone: words('时区', 'タイムゾーン', 'time zone'),
  report_day: words('报送日', '報告日', 'report day'),
  area_km2: words('面积', '面積', 'area'),
  standing: words('定位', '位置づけ', 'standing'),
  theme: words('主题', 'テーマ', 'theme'),
  function_zones: words('功能分区', '機能ゾーン', 'function zones'),
  industries: words('产业', '産業分野', 'industries'),
  phases: words('建设阶段', '建設期', 'phases'),
  phase_note: words('建设阶段说明', '建設期の注記', 'note on phases'),
  indicators: words('指标', '指標', 'indicators'),
  targets: words('目标', '目標', 'targets'),
  checkpoints: words('检查点', 'チェックポイント', 'checkpoints'),
  plan_path: words('应达进度算法', '計画値の算定方法', 'plan path'),
  stage_mapping: words('计入规则', '計上の区分', 'counting rule'),
  stage_words: words('阶段名称', '段階の呼び方', 'stage names'),
  thresholds: words('判断标准', '判断の基準', 'verdict thresholds'),
  report: words('报告模板', '報告書の書式', 'report template'),
  link_policy: words('分享规则', '共有ルール', 'sharing policy'),
  licence: words('数据许可', 'データのライセンス', 'licence of the data'),
  withheld: words('不得转载的数据', '再配布できないデータ', 'data not to be redistributed'),
  gates: words('阶段条件和法定时限', '要件と法定期限', 'gates and legal deadlines'),
  complete_from: words('名单完整起始日', '一覧が揃った日', 'day from which the list is complete'),
  partners: words('合作方', '連携先', 'partners'),
  published: words('公布数据', '公表値', 'published figures'),
  sources: words('来源', '出典', 'sources'),
  data_date: words('数据日期', 'データ基準日', 'data date'),
  data_status: words('数据状态', 'データ区分', 'data status'),
};
const exportTerms: Terms = {
  'charts/targets': words('目标完成情况图', '目標の進捗図', 'targets chart'),
  'charts/progress': words('指标进度图', '指標の推移図', 'progress chart'),
  'charts/pipeline': words('储备在谈图', '商談・準備中の図', 'pipeline chart'),
  'charts/changes': words('变动图', '変動の図', 'changes chart'),
  'documents/report': words('报告', '報告書', 'report'),
  'documents/workbook': words('Excel工作簿', 'Excelブック', 'workbook'),
  'documents/pack': words('数据包', 'データ一式', 'data pack'),
  'documents/projects': words('项目台账', '案件台帳', 'register'),
  'lists/projects': words('项目列表', '案件一覧', 'list of projects'),
  'documents/observations': words('指标数据', '指標データ', 'indicator series'),
  'documents/stage_events': words('阶段与状态变化记录', '段階と状態の履歴', 'stage history'),
};

/**
 * Lists changed fields of the zone in words.
 *
 * @param fields - ids separated by commas; any other text is returned unchanged
 */
export function zoneFieldNames(fields: string, language: Language): string {
  const names = fields.split(', ').map((id) => fieldTerms[id]?.[language]);
  const knownNames = names.filter((name) => name !== undefined);
  return knownNames.length < names.length ? fields : knownNames.join(listMark(language));
}

/**
 * Describes an export in words, with its format in brackets.
 *
 * @param path - the address of the export below the API, as `charts/targets.csv`
 * @param findChartName - the name of a chart by its id, for charts that have no name here
 */
export function exportName(
  path: string,
  language: Language,
  findChartName: (id: string) => string | undefined = () => undefined,
): string {
  const [, stem = '', ending = ''] = /^(.*)\.(\w+)$/.exec(path) ?? [];
  const name = exportTerms[stem]?.[language] ?? findChartName(stem.replace(/^charts\//, ''));
  if (name === undefined) return path;
  return `${name}${inBrackets(ending.toUpperCase(), language)}`;
}
