import type { Register } from './register.ts';

/** Registers of central and eastern Europe and of central Asia. */
export const easternEurope: readonly Register[] = [
  {
    name: 'value of the project, a second header row in English',
    language: 'pl',
    file: `Lp.;Tytuł projektu;Nazwa beneficjenta;Wartość projektu (PLN);Data rozpoczęcia;Data zakończenia
No.;Project title;Beneficiary name;Total project value;Start date;End date
1;Nowa odlewnia;Odlewnia Sp. z o.o.;1 250 000,00;2021-03-01;2024-12-31
2;Lakiernia;Odlewnia Sp. z o.o.;480 500,50;2022-06-15;2025-06-30
3;Nabrzeże północne;Port SA;12 000 000,00;2020-01-01;2026-12-31
4;Prasa 4;Olejarnia SA;75 250,25;2023-09-01;2026-03-31
`,
    answers: { mapping: { 'Start date': 'start_plan', 'End date': 'completion_plan' } },
    truth: {
      projects: 4,
      sums: { PLN: '13805750.75' },
      stages: { unknown: 4 },
      names: ['Nowa odlewnia', 'Lakiernia'],
    },
  },
  {
    name: 'total eligible expenditure called CZV, in crowns',
    language: 'cs',
    file: `Registrační číslo;Název projektu;Příjemce;CZV (Kč);Stav projektu;Datum zahájení
CZ.01.1/0001;Nová slévárna;Slévárna s.r.o.;31 250 000,00;V realizaci;01.03.2021
CZ.01.1/0002;Lakovna;Slévárna s.r.o.;4 805 000,50;Dokončen;15.06.2022
CZ.01.1/0003;Nábřeží;Přístav a.s.;120 000 000,00;Schválen;01.01.2020
`,
    truth: {
      projects: 3,
      sums: { CZK: '156055000.5' },
      stages: { construction: 1, operation: 1, registered: 1 },
      names: ['Nová slévárna', 'Lakovna'],
    },
  },
  {
    name: 'total expenses, three ways to write a currency',
    language: 'sk',
    file: `Názov projektu;Prijímateľ;Celkové výdavky projektu v EUR;Stav
Nová zlievareň;Zlievareň s.r.o.;1 250 000,00;V realizácii
Lakovňa;Zlievareň s.r.o.;480 500,50;Ukončený
Nábrežie;Prístav a.s.;12 000 000,00;Schválený
`,
    truth: {
      projects: 3,
      sums: { EUR: '13730500.5' },
      stages: { construction: 1, operation: 1, registered: 1 },
      names: ['Nová zlievareň', 'Lakovňa'],
    },
  },
  {
    name: 'the value of a project in Lithuanian, rows with equal names for other towns',
    language: 'lt',
    file: `Projekto pavadinimas;Projekto vykdytojas;Miestas;Projekto vertė, Eur
Vandens tiekimas;Vandenys UAB;Ąžuolynas;1 250 000,00
Vandens tiekimas;Vandenys UAB;Beržai;480 500,50
Uosto krantinė;Uostas AB;Pajūris;12 000 000,00
Mokykla;Savivaldybė;Kalnai;75 250,25
`,
    answers: { equal_names: 'sum' },
    truth: {
      projects: 3,
      sums: { EUR: '13805750.75' },
      stages: { unknown: 3 },
      names: ['Vandens tiekimas', 'Uosto krantinė'],
    },
  },
  {
    name: 'costs of a Croatian list, kuna beside the number',
    language: 'hr',
    file: `Naziv projekta;Korisnik;Ukupni troškovi projekta;Status projekta
Nova ljevaonica;Ljevaonica d.o.o.;1.250.000,00 kn;U provedbi
Lakirnica;Ljevaonica d.o.o.;480.500,50 kn;Završen
Gat sjever;Luka d.d.;12.000.000,00 kn;Ugovoren
`,
    truth: {
      projects: 3,
      sums: { HRK: '13730500.5' },
      stages: { construction: 1, operation: 1, signed: 1 },
      names: ['Nova ljevaonica', 'Lakirnica'],
    },
  },
  {
    name: 'millions of forints in the header',
    language: 'hu',
    file: `Projekt megnevezése;Kedvezményezett;Teljes költség (millió Ft);Állapot
Új öntöde;Öntöde Kft.;1 250,5;Megvalósítás alatt
Lakkozó;Öntöde Kft.;480;Befejezett
Rakpart;Kikötő Zrt.;12 000;Előkészítés alatt
`,
    truth: {
      projects: 3,
      sums: { HUF: '13730500000' },
      stages: { construction: 1, operation: 1, lead: 1 },
      names: ['Új öntöde', 'Lakkozó'],
    },
  },
  {
    name: 'billions of tenge, Cyrillic headers',
    language: 'ru',
    file: `№;Наименование проекта;Инициатор;Стоимость проекта, млрд тенге;Статус;Срок ввода
1;Завод стекла;ТОО Стекло;12,5;Строительство;IV кв. 2027
2;Сухой порт;АО Порт;4,8;Реализован;2023
3;Теплицы;ТОО Сад;0,75;Планируется;2029
`,
    truth: {
      projects: 3,
      sums: { KZT: '18050000000' },
      stages: { construction: 1, operation: 1, lead: 1 },
      names: ['Завод стекла', 'Сухой порт'],
    },
  },
  {
    name: 'lira signs before a number with one group of three',
    language: 'tr',
    file: `Proje Adı;Yatırımcı;Yatırım Bedeli;Durum;Başlangıç Tarihi
Cam Fabrikası;Cam AŞ;₺1.250.000;Yapım aşamasında;01.03.2021
Kuru Liman;Liman AŞ;₺480.500,50;Tamamlandı;15.06.2020
Sera;Bahçe Ltd;₺75.250;Planlanan;
`,
    truth: {
      projects: 3,
      sums: { TRY: '1805750.5' },
      stages: { construction: 1, operation: 1, lead: 1 },
      names: ['Cam Fabrikası', 'Kuru Liman'],
    },
  },
  {
    name: 'lei in millions, points for thousands',
    language: 'ro',
    file: `Titlu proiect;Beneficiar;Valoare totală (mil. lei);Stadiu
Turnătorie nouă;Turnătoria SRL;1.250,5;În execuție
Vopsitorie;Turnătoria SRL;480,25;Finalizat
Chei nord;Portul SA;12.000;În pregătire
`,
    answers: { currency: 'RON' },
    truth: {
      projects: 3,
      sums: { RON: '13730750000' },
      stages: { construction: 1, operation: 1, lead: 1 },
      names: ['Turnătorie nouă', 'Vopsitorie'],
    },
  },
  {
    name: 'Greek headers, euros in the column of amounts',
    language: 'el',
    file: `Τίτλος έργου;Φορέας;Προϋπολογισμός (€);Κατάσταση
Νέο χυτήριο;Χυτήρια ΑΕ;1.250.000,00;Σε εξέλιξη
Βαφείο;Χυτήρια ΑΕ;480.500,50;Ολοκληρωμένο
Προβλήτα;Λιμάνι ΑΕ;12.000.000,00;Υπό μελέτη
`,
    truth: {
      projects: 3,
      sums: { EUR: '13730500.5' },
      stages: { construction: 1, operation: 1, lead: 1 },
      names: ['Νέο χυτήριο', 'Βαφείο'],
    },
  },
];
