import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { bytesOf, planOf, questionIds, sumOf, type WholePlan } from '../import-context.ts';

const folder = new URL('../../../../shared/registers/', import.meta.url);
const here = existsSync(folder);
const truthOf = (name: string): Record<string, never> =>
  JSON.parse(new TextDecoder().decode(bytesOf(new URL(`${name}/truth.json`, folder)))) as Record<
    string,
    never
  >;
async function read(
  name: string,
  answers: ImportAnswers,
): Promise<{ readonly plan: WholePlan; readonly truth: ReturnType<typeof truthOf> }> {
  const truth = truthOf(name);
  const inside = readdirSync(new URL(`${name}/`, folder));
  const fileName = String(truth['file'] ?? '');
  const file =
    inside.find((f) => f === fileName) ?? inside.find((f) => /\.(?:csv|xlsx)$/.test(f)) ?? '';
  return {
    plan: await planOf(bytesOf(new URL(`${name}/${encodeURIComponent(file)}`, folder)), file, {
      file_kind: 'other_zone',
      zone_name: name,
      ...answers,
    }),
    truth,
  };
}
/** Converts a sum of the expected values from major units in decimals to minor units. */
const minor = (sum: string, digits: number): string => {
  const [whole = '0', part = ''] = sum.split('.');
  return BigInt(
    `${whole}${part.replace(/0+$/, '').padEnd(digits, '0').slice(0, digits)}`,
  ).toString();
};
const stageWords = (plan: WholePlan): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(plan.records, (r) => r.stage_events.at(-1)?.word ?? '')].map(([word, list]) => [
      word,
      list.length,
    ]),
  );
/** How often the file has each stage word, whether or not it was recognised. */
const countWords = (plan: WholePlan): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { word, count } of plan.preview.stages) counts[word] = (counts[word] ?? 0) + count;
  return counts;
};
const at = (truth: unknown, ...path: string[]): never =>
  path.reduce<unknown>((t, k) => (t as Record<string, unknown>)[k], truth) as never;

const withRegisters = () =>
  describe('real registers give their known truth', () => {
    it('Italy: codes as text, a code twice, zeros that are amounts', async () => {
      const { plan, truth } = await read('it_padigitale', {
        currency: 'EUR',
        unit: '1',
        as_of: '2026-11-01',
        mapping: {
          codice_cup: 'project_id',
          avviso: 'project_name',
          ente: 'investor_name',
          misura: 'industry',
          comune: 'zone',
          provincia: 'zone',
          regione: 'zone',
          stato_candidatura: 'stage',
          importo_finanziamento: 'total_investment',
          data_finanziamento: 'signed_date',
          data_stato_candidatura: 'status_date',
          data_invio_candidatura: 'first_contact_date',
          codice_ipa: 'extra',
        },
      });
      expect(plan.preview.rows).toMatchObject({ total: 413, new: 413, rejected: 0 });
      expect(sumOf(plan)).toBe(minor(at(truth, 'amount', 'importo_finanziamento', 'sum'), 2));
      expect(stageWords(plan)).toEqual(at(truth, 'status', 'counts'));
      expect(
        plan.records.filter((r) => r.facts.amounts.total_investment?.money?.minor === '0'),
      ).toHaveLength(69);
      expect(questionIds(plan)).toEqual(['stage_words', 'several_rows']);
      expect(plan.records.filter((r) => r.code.startsWith('D71C23000510006'))).toHaveLength(2);
      // One code on two rows, and an investor that names several of its projects alike.
      expect(plan.preview.problems.filter((p) => p.value === 'D71C23000510006')).toHaveLength(1);
      expect(
        plan.preview.problems.filter((p) => p.message.includes('same name and investor')).length,
      ).toBe(plan.preview.problems.length - 1);
      expect(plan.records[0]?.facts.zone).toBe('Roma · RM · Lazio');
    });
    it('World Bank: text cells, two date formats, a title row, empty columns', async () => {
      const { plan, truth } = await read('wb_1993', {
        currency: 'USD',
        unit: '1',
        mapping: {
          'Project Id': 'project_id',
          'Project Name': 'project_name',
          'Sector 1': 'industry',
          Country: 'country',
          Region: 'zone',
          'Project Status': 'stage',
          'Current Project Cost': 'total_investment',
          'Board Approval Date': 'signed_date',
          'Project Closing Date': 'completion_actual',
        },
      });
      expect(plan.preview.rows).toMatchObject({ total: 293, new: 293 });
      expect([plan.preview.header_row, plan.preview.as_of]).toEqual([2, '2022-09-22']);
      expect([sumOf(plan), plan.preview.sums[0]?.count, plan.preview.sums[0]?.missing]).toEqual([
        minor(at(truth, 'amount', 'Current Project Cost', 'sum'), 2),
        276,
        17,
      ]);
      expect(plan.preview.stages.map((s) => [s.word, s.count])).toEqual(
        Object.entries(at(truth, 'status', 'counts')),
      );
      const closing = plan.records
        .flatMap((r) => r.facts.milestones.flatMap((m) => m.actual ?? []))
        .sort();
      expect([closing.length, closing[0], closing.at(-1)]).toEqual([
        261,
        at(truth, 'dates', 'Project Closing Date', 'min'),
        at(truth, 'dates', 'Project Closing Date', 'max'),
      ]);
      expect(plan.preview.problems).toEqual([]);
    });
    it('Japan: the unit only in the header, the total first, one total two off', async () => {
      const { plan, truth } = await read('jp_digital_agency', {
        mapping: {
          令和4年度概算要求: 'project_name',
          '令和4年度概算要求額（百万円）': 'total_investment',
        },
      });
      expect(plan.preview.rows).toMatchObject({ total: 7, new: 7 });
      expect([sumOf(plan), plan.preview.sums[0]?.currency]).toEqual([
        at(truth, 'amount', '令和4年度概算要求額（百万円）', 'sum_in_yen'),
        'JPY',
      ]);
      expect(plan.preview.printed_totals.map((t) => [t.printed, t.sum, t.agrees])).toEqual([
        ['542632', '542632', true],
        ['309624', '309622', false],
      ]);
      expect(new Set(plan.records.map((r) => r.code)).size).toBe(7);
    });
    it('Buenos Aires: mixed number formats, hashes, years in date cells, addresses in a jobs column', async () => {
      const { plan, truth } = await read('ar_baobras_2022', {
        currency: 'ARS',
        unit: '1',
        date_order: 'dmy',
        mapping: {
          ID: 'project_id',
          nombre: 'project_name',
          licitacion_oferta_empresa: 'investor_name',
          tipo: 'industry',
          barrio: 'zone',
          comuna: 'zone',
          etapa: 'stage',
          monto_contrato: 'total_investment',
          fecha_inicio: 'start_actual',
          fecha_fin_inicial: 'completion_plan',
          mano_obra: 'jobs_actual',
        },
      });
      expect(plan.preview.rows).toMatchObject({ total: 1308, new: 1308 });
      expect([sumOf(plan), plan.preview.sums[0]?.count, plan.preview.sums[0]?.missing]).toEqual([
        minor(at(truth, 'amount', 'monto_contrato', 'sum_ok'), 2),
        1106,
        202,
      ]);
      const { '': blank, ...counts } = at(truth, 'status', 'counts') as Record<string, number>;
      expect(countWords(plan)).toEqual(counts);
      expect(Object.values(counts).reduce((a, b) => a + b)).toBe(1308 - Number(blank));
      expect(plan.records.reduce((n, r) => n + (r.facts.jobs_actual ?? 0), 0)).toBe(
        at(truth, 'jobs', 'sum'),
      );
      expect(plan.preview.problems.filter((p) => p.value === '##########')).toHaveLength(1);
      expect(
        plan.preview.problems.filter((p) => /1905/.test(p.value ?? '')).map((p) => p.row),
      ).toEqual([1309, 1309]);
      expect(
        plan.records.flatMap((r) =>
          r.facts.milestones.flatMap((m) => (m.type === 'start' ? [m.actual] : [])),
        ),
      ).toHaveLength(1214);
    });
    it('Mexico City: the header in row 10 under merged groups, the table from column C', async () => {
      const { plan, truth } = await read('mx_cdmx_q1_2016', {
        currency: 'MXN',
        unit: '1',
        mapping: {
          'Clave del Proyecto': 'project_id',
          'Nombre del Proyecto': 'project_name',
          'Institución Ejecutora': 'investor_name',
          'Tipo de Proyecto': 'industry',
          Municipio: 'zone',
          Localidad: 'zone',
          Estatus: 'stage',
          Presupuesto: 'total_investment',
          Ejercido: 'fai_done_total',
          Pagado: 'paid_in',
        },
      });
      expect([plan.preview.header_row, plan.preview.rows.total, plan.preview.rows.new]).toEqual([
        10, 500, 500,
      ]);
      for (const [measure, column] of [
        ['total_investment', 'Presupuesto'],
        ['fai_done_total', 'Ejercido'],
        ['paid_in', 'Pagado'],
      ] as const) {
        expect(sumOf(plan, measure)).toBe(minor(at(truth, 'amount', column, 'sum'), 2));
        expect(plan.preview.sums.find((s) => s.measure === measure)?.count).toBe(470);
      }
      expect(countWords(plan)).toEqual(at(truth, 'status', 'counts'));
      const industries = Object.fromEntries(
        [...Map.groupBy(plan.records, (r) => r.facts.industry ?? '')].map(([k, v]) => [
          k,
          v.length,
        ]),
      );
      expect(industries).toEqual(at(truth, 'group', 'counts'));
    });
  });

if (here) withRegisters();
else
  it('NOT RUN: the real registers are not on this machine (../shared/registers)', () =>
    expect(here).toBe(false));
