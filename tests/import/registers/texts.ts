import type { Register } from './register.ts';

/** Text files that are laid out, quoted or headed in other ways. */
export const texts: readonly Register[] = [
  {
    name: 'one project in each column',
    language: 'en',
    file: `Project name,Canal,Bridge,Quay
Department,Transport,Roads,Ports
Description,A canal,A bridge,A quay
Start date,2021-03-01,2022-06-15,2020-01-01
Whole life cost (£m),1250.5,480,12000
Stage,Under construction,Signed,Operational
`,
    answers: { mapping: { 'Start date': 'start_plan' } },
    truth: {
      projects: 3,
      sums: { GBP: '13730500000' },
      stages: { construction: 1, signed: 1, operation: 1 },
      names: ['Canal', 'Bridge'],
    },
  },
  {
    name: 'no header at all',
    language: 'es',
    file: `A1;Canal norte;Aguas SA;1250000,50;En negociación
A2;Puente sur;Rutas SL;480500;Firmado
A3;Muelle oeste;Puerto SA;12000000;En construcción
A4;Esclusa vieja;Aguas SA;75250,25;En operación
`,
    answers: { mapping: { C: 'investor_name', D: 'total_investment' }, currency: 'EUR', unit: '1' },
    truth: {
      projects: 4,
      sums: { EUR: '13805750.75' },
      stages: { negotiation: 1, signed: 1, construction: 1, operation: 1 },
      names: ['Canal norte', 'Puente sur'],
    },
  },
  {
    name: 'a quote that closes nothing',
    language: 'en',
    file: `Ref,Project,Investor,Total investment (USD million),Stage
P1,Canal,Waters,12.5,Signed
P2,"Bridge,Roads,4.8,Under construction
P3,Quay,"Port, north",120,Operational
P4,Lock,Waters,0.75,Signed
`,
    truth: {
      projects: 4,
      sums: { USD: '138050000' },
      stages: { signed: 2, construction: 1, operation: 1 },
      names: ['Canal', '"Bridge', 'Quay'],
    },
  },
  {
    name: 'single quotes around every field',
    language: 'tr',
    file: `'Proje adı','Yatırımcı','Yatırım tutarı (milyon TL)','Durum'
'Cam fabrikası','Cam AŞ','1.250,5','İnşaat'
'Kuru liman, kuzey','Liman AŞ','480','Faaliyette'
`,
    truth: {
      projects: 2,
      sums: { TRY: '1730500000' },
      stages: { construction: 1, operation: 1 },
      names: ['Cam fabrikası', 'Kuru liman, kuzey'],
    },
  },
  {
    name: 'blanks before quoted fields',
    language: 'en',
    file: `Ref, Project, Investor, Capex (AUD m), Status
K1, "Canal, north", "Waters, Ltd", "1,250.5", "Under construction"
K2, "Bridge, south", Roads, "480.0", "Completed"
`,
    truth: {
      projects: 2,
      sums: { AUD: '1730500000' },
      stages: { construction: 1, operation: 1 },
      names: ['Canal, north', 'Bridge, south'],
    },
  },
  {
    name: 'a second table with a header that no one knows',
    language: 'pl',
    file: `Nr;Nazwa projektu;Beneficjent;Wartość (mln zł);Status
P-1;Odlewnia;Odlewnia SA;12,5;W budowie
P-2;Nabrzeże;Port SA;4,8;Zakończony

Kod;Gmina;Pow. (ha)
001;Wólka;12
002;Zalesie;13
003;Morze;14
`,
    truth: {
      projects: 2,
      sums: { PLN: '17300000' },
      stages: { construction: 1, operation: 1 },
      names: ['Odlewnia', 'Nabrzeże'],
    },
  },
  {
    name: 'one project over several regions',
    language: 'es',
    file: `Proyecto;Región;Promotor;Inversión prevista (M€)
Tren norte;Costa;Rieles SA;100
Tren norte;Sierra;Rieles SA;250
Tren norte;Llano;Rieles SA;75,5
Presa;Sierra;Aguas SA;40
Puerto;Costa;Muelles SA;60
`,
    answers: { equal_names: 'sum' },
    truth: {
      projects: 3,
      sums: { EUR: '525500000' },
      stages: { unknown: 3 },
      names: ['Tren norte', 'Presa'],
    },
  },
  {
    name: 'ticked steps in place of a stage, amounts in 亿元',
    language: 'zh-CN',
    file: `序号,项目名称,投资方,总投资（亿元）,签约,开工,投产
1,轴承厂,海达,12.5,√,√,
2,冷库,鲜生,0.48,√,,
3,数据中心,云上,9.8,√,√,√
`,
    truth: {
      projects: 3,
      sums: { CNY: '2278000000' },
      stages: { construction: 1, signed: 1, operation: 1 },
      names: ['轴承厂', '冷库'],
    },
  },
  {
    name: 'parts under headings that name the stage',
    language: 'ko',
    file: `연번,사업명,투자기업,투자액(억원),비고
■ 공사중,,,,
1,베어링 공장,해달,125.5,
2,냉장창고,신선,48,
■ 협의중,,,,
3,데이터센터,구름,980,
`,
    truth: {
      projects: 3,
      sums: { KRW: '115350000000' },
      stages: { construction: 2, negotiation: 1 },
      names: ['베어링 공장', '냉장창고'],
    },
  },
  {
    name: 'numbers that may be amounts under headers that say nothing',
    language: 'fi',
    file: `Kohde;Paikkakunta;X1;X2
Lasitehdas pohjoinen;Oulu;1250000;12
Kuivasatama etelä;Kotka;480500;17
Kasvihuone iso;Turku;75250;11
`,
    answers: { amount_column: 'X1', currency: 'EUR', unit: '1' },
    truth: {
      projects: 3,
      sums: { EUR: '1805750' },
      stages: { unknown: 3 },
      names: ['Lasitehdas pohjoinen', 'Kuivasatama etelä'],
    },
  },
  {
    name: 'dollar signs without a country',
    language: 'en',
    file: `Opportunity name,Account name,Amount,Deal stage
Canal,Waters,$12.5m,Negotiation
Bridge,Roads,$480k,Closed won
Quay,Port,$1.2bn,Qualification
`,
    answers: { currency: 'CAD' },
    truth: {
      projects: 3,
      sums: { CAD: '1212980000' },
      stages: { negotiation: 1, signed: 1, lead: 1 },
      names: ['Canal', 'Bridge'],
    },
  },
  {
    name: 'the cost of a year beside the cost of a whole life, ratings and benefits',
    language: 'en',
    file: `Project Name,Department,Annual Report Category,Description / Aims,Confidence Assessment,Project - Start Date,Project - End Date,Financial Year Baseline (£m),Financial Year Forecast (£m),Financial Year Variance (%),TOTAL Baseline Whole Life Costs (£m),TOTAL Baseline Benefits (£m)
Coast Link,Transport,Infrastructure,A line,Amber,01/04/2019,31/03/2030,120.5,118,-2%,"1,250.5",2000
Harbour Grid,Energy,Infrastructure,A grid,Red,13/06/2021,31/03/2028,12,14,16%,89.25,100
River Campus,Health,Building,A campus,Green,01/10/2020,30/09/2026,80,80,0%,412,500
`,
    truth: {
      projects: 3,
      sums: { GBP: '1751750000' },
      stages: { unknown: 3 },
      names: ['Coast Link', 'Harbour Grid'],
    },
  },
  {
    name: 'headers of a programme interface, the whole beside grants',
    language: 'en',
    file: `id,regionname,countryname,statusdisplay,project_name,totalamt,grantamt,borrower,closingdate
P1,Africa,Kenya,Implementation,Water supply,"25,000,000",0,Republic,2027-05-01
P2,Asia,Nepal,Completed,Roads,"48,000,000",5,Nepal,2015-03-31
P3,Asia,India,Pipeline,Power,"75,000,000",0,India,
`,
    answers: { currency: 'USD', unit: '1' },
    truth: {
      projects: 3,
      sums: { USD: '148000000' },
      stages: { construction: 1, operation: 1, unknown: 1 },
      names: ['Water supply', 'Roads'],
    },
  },
  {
    name: 'names of one word, a day of the data above, a total below',
    language: 'ro',
    file: `REGISTRUL PROIECTELOR,,,,
Actualizat la 30.09.2026,,,,
Nr.,Denumire proiect,Valoare (EUR),Stadiu,Obs
1,Fabrica,1250000,În execuție,
2,Depozit,480500,Finalizat,
TOTAL,,1730500,,
`,
    truth: {
      projects: 2,
      sums: { EUR: '1730500' },
      stages: { construction: 1, operation: 1 },
      names: ['Fabrica', 'Depozit'],
    },
  },
  {
    name: 'millions of won in the header, halves of a year',
    language: 'ko',
    file: `순번,프로젝트명,시행사,총투자액(백만원),추진상태,착공일,준공예정일
1,물류센터,가나,12500,시공 중,2024.03.15,2027.상반기
2,호텔,다라,4800,준공완료,2020.01.01,2023.12
`,
    truth: {
      projects: 2,
      sums: { KRW: '17300000000' },
      stages: { construction: 1, operation: 1 },
      names: ['물류센터', '호텔'],
    },
  },
  {
    name: 'expenditure of earlier years and this year beside the estimated cost',
    language: 'en',
    file: `Project;Province;Implementing agent;Estimated project cost (R million);Expenditure to date from previous years (R million);Main budget appropriation (R million);Project status
School A;Gauteng;DBSA;125.5;12;14;Construction 26%-50%
Clinic B;Limpopo;IDT;48;1;2;Design
Road C;Limpopo;SANRAL;980;100;200;Practical completion
`,
    truth: {
      projects: 3,
      sums: { ZAR: '1153500000' },
      stages: { construction: 1, lead: 1, operation: 1 },
      names: ['School A', 'Clinic B'],
    },
  },
];
