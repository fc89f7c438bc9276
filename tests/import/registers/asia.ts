import type { Register } from './register.ts';

/** Registers of Asia, Africa and Latin America. */
export const asia: readonly Register[] = [
  {
    name: 'amounts in 万元 with a total, quarters for days',
    language: 'zh-CN',
    file: `滨海开发区重点项目一览表,,,,,
序号,项目名称,投资方,总投资（万元）,项目阶段,计划投产时间
1,精密轴承,海达集团,"12,500",开工在建,2026年第3季度
2,冷链物流,鲜生公司,"4,800.5",已签约,2028年上半年
3,数据中心,云上公司,"98,000",在谈,2027年Q2
4,污水处理,碧水公司,750,已投产运营,二〇二四年
合计,,,"116,050.5",,
`,
    truth: {
      projects: 4,
      sums: { CNY: '1160505000' },
      stages: { construction: 1, signed: 1, negotiation: 1, operation: 1 },
      names: ['精密轴承', '冷链物流'],
    },
  },
  {
    name: 'Chinese numerals with currency words in the cells',
    language: 'zh-CN',
    file: `项目,业主,投资,进度
轴承厂,海达集团,一点二五亿元,在建
冷链中心,鲜生公司,四千八百万元,签约
数据中心,云上公司,300万美元,洽谈
加工厂,绿源公司,２，５００万元,投产
`,
    truth: {
      projects: 4,
      sums: { CNY: '198000000', USD: '3000000' },
      stages: { construction: 1, signed: 1, negotiation: 1, operation: 1 },
      names: ['轴承厂', '冷链中心'],
    },
  },
  {
    name: 'millions of yen, years of an era, dollars in one cell',
    language: 'ja',
    file: `臨海地区立地案件一覧（単位：百万円）,,,,
案件名,事業者,投資額,進捗,完成予定
精密軸受工場,海達工業,"12,500",建設中,令和9年3月
冷凍倉庫,鮮生物流,"4,800",計画中,令和8年度
データセンター,雲上,300万ドル,協議中,2028年上期
浄水場,碧水,750,稼働中,令和5年
`,
    truth: {
      projects: 4,
      sums: { JPY: '18050000000', USD: '3000000' },
      stages: { construction: 1, lead: 1, negotiation: 1, operation: 1 },
      names: ['精密軸受工場', '冷凍倉庫'],
    },
  },
  {
    name: '億ウォン above the table, years cut to two digits',
    language: 'ko',
    file: `투자유치 사업 현황,,,,(단위: 억원)
연번,사업명,투자기업,총투자비,추진현황
1,베어링 공장,해달,125.5,공사 중
2,냉장창고,신선,48,준공
3,데이터센터,구름,980,협의 중
`,
    truth: {
      projects: 3,
      sums: { KRW: '115350000000' },
      stages: { construction: 1, operation: 1, negotiation: 1 },
      names: ['베어링 공장', '냉장창고'],
    },
  },
  {
    name: 'billions of đồng, points for thousands',
    language: 'vi',
    file: `STT;Tên dự án;Chủ đầu tư;Tổng vốn đầu tư (tỷ đồng);Tiến độ thực hiện
1;Nhà máy vòng bi;Hải Đạt;1.250,5;Đang thi công
2;Kho lạnh;Tươi Sống;480;Đã hoàn thành
3;Trung tâm dữ liệu;Mây;12.000;Chuẩn bị đầu tư
`,
    truth: {
      projects: 3,
      sums: { VND: '13730500000000' },
      stages: { construction: 1, operation: 1, lead: 1 },
      names: ['Nhà máy vòng bi', 'Kho lạnh'],
    },
  },
  {
    name: 'millions of baht, Buddhist years',
    language: 'th',
    file: `ลำดับ,ชื่อโครงการ,ผู้ลงทุน,เงินลงทุน (ล้านบาท),สถานะ,วันที่เริ่มก่อสร้าง
1,โรงงานตลับลูกปืน,ไห่ต๋า,"1,250.5",กำลังก่อสร้าง,1/3/2567
2,ห้องเย็น,สดใหม่,480,เปิดดำเนินการ,15/6/2565
3,ศูนย์ข้อมูล,เมฆ,"12,000",อยู่ระหว่างเจรจา,
`,
    truth: {
      projects: 3,
      sums: { THB: '13730500000' },
      stages: { construction: 1, operation: 1, negotiation: 1 },
      names: ['โรงงานตลับลูกปืน', 'ห้องเย็น'],
    },
  },
  {
    name: 'crore and lakh in the cells, Indian grouping',
    language: 'en',
    file: `S. No.,Project Name,Promoter,Project Cost (Rs. in Crore),Status,Expected completion
1,Bearing works,Haida Ltd,"1,25,000.50",Under Implementation,FY2027
2,Cold store,Fresh Ltd,48,Commissioned,FY2025 Q3
3,Data centre,Cloud Ltd,980.25,Pending Approval,H1 2029
`,
    answers: { currency: 'INR', fiscal_year: 'april_last' },
    truth: {
      projects: 3,
      sums: { INR: '1260287500000' },
      stages: { construction: 1, operation: 1, unknown: 1 },
      names: ['Bearing works', 'Cold store'],
    },
  },
  {
    name: 'billions of rupiah beside the number',
    language: 'id',
    file: `Nama Proyek;Penanggung Jawab;Nilai Investasi;Status;Target Selesai
Pabrik bantalan;Haida;Rp 1,25 triliun;Konstruksi;2027
Gudang dingin;Segar;Rp 480 miliar;Beroperasi;2023
Pusat data;Awan;Rp 12.500 miliar;Penyiapan;2030
`,
    truth: {
      projects: 3,
      sums: { IDR: '14230000000000' },
      stages: { construction: 1, operation: 1, lead: 1 },
      names: ['Pabrik bantalan', 'Gudang dingin'],
    },
  },
  {
    name: 'Taiwan dollars in thousands, years of the republic',
    language: 'zh-TW',
    file: `案名,廠商名稱,投資金額(新臺幣千元),辦理進度,預定完工
軸承廠,海達公司,"1,250,500",興建中,民國116年3月
冷藏庫,鮮生公司,"480,000",營運中,民國112年6月
資料中心,雲端公司,"12,000,000",規劃中,民國118年1月
`,
    truth: {
      projects: 3,
      sums: { TWD: '13730500000' },
      stages: { construction: 1, operation: 1, lead: 1 },
      names: ['軸承廠', '冷藏庫'],
    },
  },
  {
    name: 'a currency that the list of choices lacks',
    language: 'fr',
    file: `Projet;Promoteur;Montant total;Statut
Cimenterie;Ciments SA;12 500 000 000;En construction
Entrepôt frigorifique;Frais SA;480 000 000;En service
Centrale solaire;Soleil SA;75 250 000 000;À l'étude
`,
    answers: { currency: 'XOF', unit: '1' },
    truth: {
      projects: 3,
      sums: { XOF: '88230000000' },
      stages: { construction: 1, operation: 1, lead: 1 },
      names: ['Cimenterie', 'Entrepôt frigorifique'],
    },
  },
  {
    name: 'reais with their sign, one group of three',
    language: 'pt',
    file: `Empreendimento;Empresa;Valor;Situação
Fábrica de rolamentos;Haida;R$ 1.250.000;Em obras
Armazém frigorífico;Fresco;R$ 480.500,50;Concluída
Centro de dados;Nuvem;R$ 750;Em licitação
`,
    truth: {
      projects: 3,
      sums: { BRL: '1731250.5' },
      stages: { construction: 1, operation: 1, negotiation: 1 },
      names: ['Fábrica de rolamentos', 'Armazém frigorífico'],
    },
  },
  {
    name: 'long headers that hold the word investment, dirhams',
    language: 'en',
    file: `Scheme,Developer,Estimated total capital investment over the construction period (AED million),Current position,Handover
Bearing works,Haida LLC,"1,250.5",Under construction,Mid-2026
Cold store,Fresh LLC,480,Completed,Spring 2024
Data centre,Cloud LLC,"12,000",Planned,2030
`,
    truth: {
      projects: 3,
      sums: { AED: '13730500000' },
      stages: { construction: 1, operation: 1, lead: 1 },
      names: ['Bearing works', 'Cold store'],
    },
  },
];
