import type { Field } from './synonyms.ts';

/**
 * Headers with several meanings, each with its likeliest field. The importer asks the user unless
 * the cells decide.
 */
export const ambiguousHeaders: Readonly<Record<string, Field | ''>> = {
  投资额: 'total_investment',
  投資額: 'total_investment',
  investment: 'total_investment',
  amount: 'total_investment',
  金额: 'total_investment',
  金額: 'total_investment',
  时间: '',
  日期: '',
  date: '',
  日付: '',
  状态: 'status',
  ステータス: 'status',
  status: 'status',
  进度: 'progress_text',
  進捗: 'progress_text',
  面积: 'land_mu',
  面積: 'land_mu',
  area: 'zone',
  资金: 'paid_in',
  资金额: 'paid_in',
  规模: 'total_investment',
  国别: 'country',
  着工: 'start_actual',
  操業開始: 'op_actual',
  // these say neither planned nor actual
  'start date': 'start_actual',
  'project start date': 'start_actual',
  'completion date': 'completion_actual',
  'project completion date': 'completion_actual',
  'end date': 'completion_actual',
  'project end date': 'completion_actual',
  'opening date': 'op_actual',
  'commissioning date': 'op_actual',
  'launch date': 'op_actual',
  'commencement date': 'op_actual',
  'date of commencement': 'op_actual',
  'production start': 'op_actual',
  操業日: 'op_actual',
  開業日: 'op_actual',
  完成日: 'completion_actual',
  'fecha de inauguración': 'op_actual',
  'fecha de apertura': 'op_actual',
  'fecha de puesta en marcha': 'op_actual',
  'fecha de finalización': 'completion_actual',
  'data inaugurazione': 'op_actual',
  'data apertura': 'op_actual',
  'data avvio attività': 'op_actual',
  'data entrata in esercizio': 'op_actual',
  'fecha de inicio': 'start_actual',
  'fecha inicio': 'start_actual',
  'fecha de fin': 'completion_actual',
  'fecha fin': 'completion_actual',
  'date de début': 'start_actual',
  'date de fin': 'completion_actual',
  'data inizio': 'start_actual',
  'data di inizio': 'start_actual',
  'data fine': 'completion_actual',
  'data di fine': 'completion_actual',
  'data de início': 'start_actual',
  'data de conclusão': 'completion_actual',
};

/** Headers of running numbers, whose columns are ignored. */
export const rowNumberHeaders: readonly string[] =
  '序号；序；no；no.；s. no.；sl. no.；sr. no.；№；番号；項番；#；seq；s/n；nº；n°；nr；nr.；no п/п；項次；项次；sıra no；sıra；lp.；lp；l.p.；č.；poř.；no urut；م；الرقم；lfd. nr.；item；연번；순번；stt；ลำดับ；ลำดับที่'.split(
    '；',
  );
