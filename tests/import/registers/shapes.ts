import { odsBook, odsRow, odsTable, odsTyped } from '../ods.ts';
import { book, sheetData } from '../zip.ts';
import type { Register } from './register.ts';

type Rows = Parameters<typeof sheetData>[0];
const workbook = (sheets: Readonly<Record<string, Rows>>): Uint8Array =>
  book({
    sheets: Object.fromEntries(
      Object.entries(sheets).map(([name, rows]) => [name, sheetData(rows)]),
    ),
  });

const bySheet: Rows = [['案件名', '事業者', '投資額（百万円）']];
const byArea: Rows = [['项目名称', '投资方', '总投资（万元）', '项目阶段']];
const euros = (value: string) =>
  odsTyped(`office:value-type="currency" office:currency="EUR" office:value="${value}"`, value);

/** Workbooks whose sheets, columns and headers are laid out in other ways. */
export const shapes: readonly Register[] = [
  {
    name: 'one sheet for each stage',
    language: 'ja',
    fileName: 'register.xlsx',
    file: workbook({
      計画中: [...bySheet, ['浄水場', '碧水', 750], ['植物工場', '緑川', 320]],
      建設中: [...bySheet, ['精密軸受工場', '海達工業', 12_500]],
      稼働中: [...bySheet, ['冷凍倉庫', '鮮生物流', 4800], ['製材所', '杉山', 95]],
    }),
    truth: {
      projects: 5,
      sums: { JPY: '18465000000' },
      stages: { lead: 2, construction: 1, operation: 2 },
      names: ['浄水場', '植物工場', '精密軸受工場'],
    },
  },
  {
    name: 'one sheet for each year, other years in a header',
    language: 'en',
    fileName: 'register.xlsx',
    file: workbook({
      '2024': [
        ['Project', 'Promoter', 'Cost (EUR million)', 'Spent in 2024'],
        ['Canal', 'Waters', 12.5, 1],
        ['Bridge', 'Roads', 4.8, 2],
      ],
      '2025': [
        ['Project', 'Promoter', 'Cost (EUR million)', 'Spent in 2025'],
        ['Quay', 'Port', 120, 3],
      ],
      '2026': [
        ['Project', 'Promoter', 'Cost (EUR million)', 'Spent in 2026'],
        ['Lock', 'Waters', 0.75, 0],
        ['Weir', 'Waters', 1.25, 0],
        ['Mill', 'Roads', 3, 1],
      ],
    }),
    truth: {
      projects: 6,
      sums: { EUR: '142300000' },
      stages: { unknown: 6 },
      names: ['Canal', 'Bridge', 'Quay', 'Lock'],
    },
  },
  {
    name: 'one sheet for each part of the zone',
    language: 'zh-CN',
    fileName: 'register.xlsx',
    file: workbook({
      北部园区: [...byArea, ['轴承厂', '海达', 12_500, '在建'], ['冷库', '鲜生', 4800, '签约']],
      南部园区: [...byArea, ['数据中心', '云上', 98_000, '在谈']],
    }),
    truth: {
      projects: 3,
      sums: { CNY: '1153000000' },
      stages: { construction: 1, signed: 1, negotiation: 1 },
      names: ['轴承厂', '冷库', '数据中心'],
    },
  },
  {
    name: 'one sheet for each month, the same projects in each',
    language: 'en',
    fileName: 'register.xlsx',
    file: workbook({
      January: [
        ['Project', 'Investor', 'Cost (EUR)', 'Stage'],
        ['Canal', 'Waters', 1_250_000, 'Signed'],
        ['Bridge', 'Roads', 480_500, 'In negotiation'],
      ],
      February: [
        ['Project', 'Investor', 'Cost (EUR)', 'Stage'],
        ['Canal', 'Waters', 1_250_000, 'Under construction'],
        ['Bridge', 'Roads', 480_500, 'Signed'],
      ],
    }),
    answers: { sheets: 'one', sheet: 'February' },
    truth: {
      projects: 2,
      sums: { EUR: '1730500' },
      stages: { construction: 1, signed: 1 },
      names: ['Canal', 'Bridge'],
    },
  },
  {
    name: 'an old amount in a hidden column of the same name',
    language: 'fr',
    fileName: 'register.xlsx',
    file: book({
      sheets: {
        Projets:
          '<cols><col min="3" max="3" width="9" hidden="1"/></cols>' +
          sheetData([
            [
              'Réf.',
              'Intitulé du projet',
              'Montant total (k€)',
              'Montant total (k€)',
              'Avancement',
            ],
            ['P1', 'Fonderie', 600, 1250.5, 'En travaux'],
            ['P2', 'Serres', 200, 480, 'Signé'],
          ]),
      },
    }),
    truth: {
      projects: 2,
      sums: { EUR: '1730500' },
      stages: { construction: 1, signed: 1 },
      names: ['Fonderie', 'Serres'],
    },
  },
  {
    name: 'years over quarters behind the columns of the register',
    language: 'de',
    fileName: 'register.xlsx',
    file: workbook({
      Plan: [
        [
          'Projektnummer',
          'Projektname',
          'Gesamtkosten (Mio. EUR)',
          2025,
          null,
          null,
          null,
          2026,
          null,
        ],
        [null, null, null, 'Q1', 'Q2', 'Q3', 'Q4', 'Q1', 'Q2'],
        ['A-1', 'Gießerei', 12.5, 1, 2, 3, 4, 1, 1],
        ['A-2', 'Kaimauer', 4.8, 1, 1, 1, 1, 0, 0],
        ['A-3', 'Presse', 0.75, 0, 0, 0, 0, 0, 0],
      ],
    }),
    truth: {
      projects: 3,
      sums: { EUR: '18050000' },
      stages: { unknown: 3 },
      names: ['Gießerei', 'Kaimauer'],
    },
  },
  {
    name: 'an OpenDocument workbook with typed amounts and days',
    language: 'it',
    fileName: 'registro.ods',
    file: odsBook(
      odsTable('Registro', [
        odsRow([
          'Titolo del progetto',
          'Proponente',
          'Costo totale',
          'Fase del progetto',
          'Avvio previsto',
        ]),
        odsRow([
          'Ponte',
          'Comune',
          euros('1250000.5'),
          'In costruzione',
          odsTyped('office:value-type="date" office:date-value="2027-03-31"', '31/03/27'),
        ]),
        odsRow(['Scuola', 'Comune', euros('480500'), 'In esercizio', null]),
        odsRow(
          ['<table:table-cell table:number-columns-repeated="1024"/>'],
          ' table:number-rows-repeated="1048000"',
        ),
      ]),
    ),
    truth: {
      projects: 2,
      sums: { EUR: '1730500.5' },
      stages: { construction: 1, operation: 1 },
      names: ['Ponte', 'Scuola'],
    },
  },
  {
    name: 'an OpenDocument workbook with one sheet for each stage',
    language: 'pt',
    fileName: 'registo.ods',
    file: odsBook(
      [
        odsTable('Em construção', [
          odsRow(['Nome do projeto', 'Promotor', 'Investimento total (M€)']),
          odsRow(['Moagem', 'Moinhos', 12.5]),
        ]),
        odsTable('Em operação', [
          odsRow(['Nome do projeto', 'Promotor', 'Investimento total (M€)']),
          odsRow(['Silo', 'Moinhos', 4.8]),
        ]),
      ].join(''),
    ),
    truth: {
      projects: 2,
      sums: { EUR: '17300000' },
      stages: { construction: 1, operation: 1 },
      names: ['Moagem', 'Silo'],
    },
  },
  {
    name: 'coloured cells that hold nothing beside a known stage',
    language: 'en',
    fileName: 'register.xlsx',
    file: book({
      styles:
        '<fills count="3"><fill/><fill/><fill><patternFill patternType="solid"/></fill></fills><cellXfs count="2"><xf fillId="0"/><xf fillId="2"/></cellXfs>',
      sheets: {
        S: sheetData([
          ['Ref', 'Project', 'Cost (£m)', 'Stage', '2026'],
          ['K1', 'Canal', 12.5, 'Signed', null],
          ['K2', 'Bridge', 4.8, 'Operational', null],
        ]).replace('</row></sheetData>', '<c r="E3" s="1"/></row></sheetData>'),
      },
    }),
    truth: {
      projects: 2,
      sums: { GBP: '17300000' },
      stages: { signed: 1, operation: 1 },
      names: ['Canal', 'Bridge'],
    },
  },
];
