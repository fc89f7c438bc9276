import { book, sheetData } from '../zip.ts';

/**
 * A file of months as zones report them: a line above the table, headings with units, two months.
 */
export interface MonthFile {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}
export const monthFiles: Readonly<Record<'zh-CN' | 'ja' | 'en', MonthFile>> = {
  'zh-CN': {
    title: '滨江产业园2026年主要经济指标',
    rows: [
      '月份；实际使用外资（万美元）；固定资产投资（亿元）；固定资产投资同比；规模以上工业总产值（亿元）；税收收入（万元）；进出口总额（亿元）；新增注册企业数（家）；就业人数（万人）；研发投入强度（%）；单位产值能耗（吨标准煤/万元）'.split(
        '；',
      ),
      ['2026年9月', '2,100', '18.6', '8.2%', '88', '52,000', '31.5', '141', '1.62', '3.1', '0.214'],
      [
        '2026年10月',
        '2,450',
        '20.9',
        '8.5%',
        '97.3',
        '58,300',
        '35.2',
        '160',
        '1.64',
        '3.2',
        '0.211',
      ],
    ],
  },
  ja: {
    title: '臨海産業団地 月次指標',
    rows: [
      '対象月；実行ベース外資額（百万米ドル）；固定資産投資（億円）；前年同月比；一定規模以上企業の工業総生産額（億円）；税収（百万円）；輸出入総額（億円）；新規登記企業数（社）；雇用者数（千人）；研究開発費比率（％）；生産額当たりエネルギー消費量'.split(
        '；',
      ),
      ['2026年9月', '21', '186', '8.2%', '880', '5200', '315', '141', '16.2', '3.1', '0.214'],
      ['2026年10月', '24.5', '209', '8.5%', '973', '5830', '352', '160', '16.4', '3.2', '0.211'],
    ],
  },
  en: {
    title: 'Harbour Free Zone: key figures',
    rows: [
      'Month；Actual FDI (US$ mn)；Fixed-asset investment (US$ mn)；YoY growth；Industrial output above designated size (US$ mn)；Tax revenue (US$ mn)；Imports and exports (US$ mn)；New companies；Jobs (thousand people)；R&D intensity (%)；Energy per output'.split(
        '；',
      ),
      ['2026-09', '21', '186', '8.2%', '880', '52', '315', '141', '16.2', '3.1', '0.214'],
      ['2026-10', '24.5', '209', '8.5%', '973', '58.3', '352', '160', '16.4', '3.2', '0.211'],
    ],
  },
};

const quote = (cell: string): string => (cell.includes(',') ? `"${cell}"` : cell);
export const toCsv = ({ title, rows }: MonthFile): Uint8Array =>
  new TextEncoder().encode([[title], ...rows].map((row) => row.map(quote).join(',')).join('\r\n'));
/** The same as a workbook, whose numbers are numbers. */
export const toXlsx = ({ title, rows }: MonthFile): Uint8Array => {
  const cells = [
    [title],
    ...rows.map((row) =>
      row.map((cell) => {
        const number = Number(cell.replaceAll(',', ''));
        return Number.isNaN(number) ? cell : number;
      }),
    ),
  ];
  return book({ sheets: { Sheet1: sheetData(cells) } });
};
