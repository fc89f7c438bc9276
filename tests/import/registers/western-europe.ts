import type { Register } from './register.ts';

/** Registers of western and southern Europe. */
export const westernEurope: readonly Register[] = [
  {
    name: 'pounds in millions in the header, departments, several dates of a kind',
    language: 'en',
    file: `Project name,Department,Description,Project start date,Project end date,Whole life cost (£m),Delivery stage
Coast Link,Transport,A line along the coast,01/04/2019,31/03/2030,"1,250.5",Under construction
Harbour Grid,Energy,A grid for the harbour,13/06/2021,31/03/2028,89.25,In negotiation
River Campus,Health,A campus,01/10/2020,30/09/2026,412,Operational
Data Vault,Justice,A vault,15/02/2022,,0.75,Signed
`,
    answers: {
      mapping: { 'Project start date': 'start_plan', 'Project end date': 'completion_plan' },
    },
    truth: {
      projects: 4,
      sums: { GBP: '1752500000' },
      stages: { construction: 1, negotiation: 1, operation: 1, signed: 1 },
      names: ['Coast Link', 'Harbour Grid'],
    },
  },
  {
    name: 'beneficiaries beside operations, the country called Land',
    language: 'de',
    file: `Name des Begünstigten;Bezeichnung des Vorhabens;Zusammenfassung des Vorhabens;Beginn des Vorhabens;Ende des Vorhabens;Gesamtausgaben (EUR);Postleitzahl;Land
Aalener Werk GmbH;Neue Gießerei;Bau einer Gießerei;01.03.2021;31.12.2024;1.250.000,00;73430;Deutschland
Aalener Werk GmbH;Lackieranlage;Anlage für Lacke;15.06.2022;30.06.2025;480.500,50;73430;Deutschland
Stadt Hafen;Kaimauer Nord;Neue Kaimauer;01.01.2020;31.12.2026;12.000.000,00;24103;Deutschland
Ölmühle Süd AG;Presse 4;Vierte Presse;01.09.2023;31.03.2026;75.250,25;88045;Deutschland
`,
    truth: {
      projects: 4,
      sums: { EUR: '13805750.75' },
      stages: { unknown: 4 },
      names: ['Neue Gießerei', 'Lackieranlage'],
    },
  },
  {
    name: 'amounts in thousands of euros by a line above, subtotals',
    language: 'fr',
    file: `Projets suivis par l'agence;;;;
Montants en milliers d'euros;;;;
Intitulé du projet;Entreprise;Dépenses totales éligibles;Avancement;Mise en service prévue
Fonderie du Val;Fonderies Réunies;1 250,5;En travaux;T2 2027
Serres de l'Est;Maraîchers SA;480;Signé;2026
Sous-total agriculture;;1 730,5;;
Quai nord;Port de Brume;12 000;En service;31/03/2024
Halle numérique;Ville de Brume;75,25;À l'étude;S1 2028
TOTAL;;13 805,75;;
`,
    truth: {
      projects: 4,
      sums: { EUR: '13805750' },
      stages: { construction: 1, signed: 1, operation: 1, lead: 1 },
      names: ['Fonderie du Val', "Serres de l'Est"],
    },
  },
  {
    name: 'stage words of works, amounts with a currency and one group of three',
    language: 'es',
    file: `Proyecto;Empresa;Presupuesto;Situación;Fecha de inicio
Parque Solar Norte;Soles SA;1.250 €;En construcción;15/03/2024
Planta de agua;Aguas SL;12.480.300 €;Adjudicado;20/01/2025
Centro logístico;Rutas SA;980.500,50 €;En funcionamiento;28/02/2022
Laboratorio;Bio SL;75.000 €;Planificado;
`,
    answers: { mapping: { 'Fecha de inicio': 'extra' } },
    truth: {
      projects: 4,
      sums: { EUR: '13537050.5' },
      stages: { construction: 1, signed: 1, operation: 1, lead: 1 },
      names: ['Parque Solar Norte', 'Planta de agua'],
    },
  },
  {
    name: 'expenses as the amount, the beneficiary first',
    language: 'pt',
    file: `Nome do beneficiário;Nome da operação;Resumo da operação;Data de início;Total das despesas elegíveis (€);Estado
Moinhos do Sul Lda;Nova moagem;Construção da moagem;01-03-2022;1.250.000,00;Em construção
Moinhos do Sul Lda;Silo 3;Terceiro silo;15-06-2022;480.500,50;Concluído
Porto Seco SA;Terminal;Terminal rodoviário;01-01-2020;12.000.000,00;Em execução
Câmara de Aldeia;Escola;Nova escola;01-09-2023;75.250,25;Aprovado
`,
    answers: { mapping: { 'Data de início': 'start_plan' } },
    truth: {
      projects: 4,
      sums: { EUR: '13805750.75' },
      stages: { construction: 2, operation: 1, registered: 1 },
      names: ['Nova moagem', 'Silo 3'],
    },
  },
  {
    name: 'commas for decimals, stages of public works',
    language: 'it',
    file: `Titolo intervento;Ente proponente;Importo complessivo (euro);Stato di attuazione;Data fine prevista
Ponte nuovo;Comune di Riva;1.250.000,00;In corso;31/12/2026
Scuola media;Comune di Colle;480.500,50;Concluso;30/06/2024
Depuratore;Acque SpA;12.000.000,00;In progettazione;31/12/2028
Ciclabile;Provincia;75.250,25;Sospeso;
`,
    truth: {
      projects: 4,
      sums: { EUR: '13805750.75' },
      stages: { construction: 1, operation: 1, lead: 1, on_hold: 1 },
      names: ['Ponte nuovo', 'Scuola media'],
    },
  },
  {
    name: 'kroner in millions, no codes',
    language: 'da',
    file: `Projektnavn;Virksomhed;Samlet anlægssum (mio. kr.);Fase;Forventet færdig
Vindpark Syd;Blæst A/S;1.250,5;Under opførelse;2027
Havnekaj;Havn I/S;480;I drift;2023
Fjernvarme;Varme a.m.b.a.;75,25;Planlagt;2029
Brintanlæg;Brint ApS;2.310;Godkendt;2030
`,
    answers: { currency: 'DKK' },
    truth: {
      projects: 4,
      sums: { DKK: '4115750000' },
      stages: { construction: 1, operation: 1, lead: 1, registered: 1 },
      names: ['Vindpark Syd', 'Havnekaj'],
    },
  },
  {
    name: 'mnkr, words for planned and ongoing works',
    language: 'sv',
    file: `Projekt;Bolag;Investering (mnkr);Status;Byggstart
Batterifabrik;Cell AB;12 500;Pågående byggnation;2024-05-01
Stålverk;Stål AB;48 000;Planerad;2027-01-01
Datahall;Moln AB;3 200;I drift;2021-09-01
`,
    answers: { currency: 'SEK' },
    truth: {
      projects: 3,
      sums: { SEK: '63700000000' },
      stages: { construction: 1, lead: 1, operation: 1 },
      names: ['Batterifabrik', 'Stålverk'],
    },
  },
  {
    name: 'euros by a symbol in front, phases of Dutch works',
    language: 'nl',
    file: `Projectnaam;Opdrachtgever;Totale projectkosten;Fase;Oplevering
Sluis Oost;Waterschap;€ 1.250.000,00;In aanbouw;Q4 2027
Haven West;Havenbedrijf;€ 480.500,50;Gerealiseerd;Q2 2023
Woonwijk;Gemeente;€ 12.000.000,00;In voorbereiding;2030
`,
    truth: {
      projects: 3,
      sums: { EUR: '13730500.5' },
      stages: { construction: 1, operation: 1, lead: 1 },
      names: ['Sluis Oost', 'Haven West'],
    },
  },
];
