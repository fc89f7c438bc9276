import type { Indicator } from '#domain/zone/indicator.ts';
import { addIndustries } from '#domain/zone/industries.ts';
import type { FunctionZone, Industry } from '#domain/zone/zone.ts';
import { text } from './terms.ts';

/**
 * The six industries of the samples: the theme, the four fundamental industries, and the services
 * that they drive.
 */
export const industries: readonly Industry[] = addIndustries(
  [],
  ['eco', 'material', 'energy', 'bio', 'ict', 'services'],
);

export const functionZones: readonly FunctionZone[] = [
  {
    id: 'production',
    name: text('生产制造区', '生産・製造ゾーン', 'Production and manufacturing'),
  },
  { id: 'research', name: text('科研办公区', '研究・オフィスゾーン', 'Research and office space') },
  { id: 'business', name: text('商务商业区', 'ビジネス・商業ゾーン', 'Business and commerce') },
  { id: 'life', name: text('生活居住区', '生活・居住ゾーン', 'Life and residence') },
  { id: 'supportive', name: text('配套设施区', '関連施設ゾーン', 'Supportive facilities') },
];

/** The four indicators that have targets. */
export const indicators: readonly Indicator[] = [
  {
    id: 'companies',
    kind: 'stock',
    unit: 'companies',
    name: text('入驻企业数', '入居企業数', 'Companies'),
    definition: text(
      '月末在本区内登记并存续的企业法人数',
      '月末時点で当地区内に登記され存続する法人の数',
      'Registered, active companies in the zone at the end of the month',
    ),
  },
  {
    id: 'industrial_output',
    kind: 'annual_flow',
    unit: 'CNY',
    cumulation: 'ytd',
    january_in_february: true,
    name: text('工业总产值', '工業総生産額', 'Industrial output'),
    definition: text(
      '自年初累计的工业总产值，1月不单独报送',
      '年初来累計の工業総生産額。1月は単独では報告されない',
      'Gross industrial output, year to date; January is not reported on its own',
    ),
  },
  {
    id: 'jobs',
    kind: 'stock',
    unit: 'jobs',
    name: text('就业人数', '雇用者数', 'Jobs'),
    definition: text(
      '月末在本区内就业的人数',
      '月末時点で当地区内で働く人の数',
      'People employed in the zone at the end of the month',
    ),
  },
  {
    id: 'infrastructure',
    kind: 'qualitative',
    unit: 'items',
    name: text(
      '基础设施和配套设施',
      'インフラと関連施設',
      'Infrastructure and supportive facilities',
    ),
    definition: text(
      '任务清单中已完成的项数',
      'チェックリストのうち完了した項目の数',
      'Items of a checklist that are done',
    ),
  },
];
