/** Columns that only our own CSV has, by id. No question offers them. */
export const ownFields = {
  status_reason_code: ['', '', 'status_reason_code'],
  other_columns: ['', '', 'other_columns'],
  register_as_of: ['', '', 'register_as_of'],
  total_investment_currency: ['', '', 'total_investment_currency'],
  total_investment_status: ['', '', 'total_investment_status'],
  contracted_amount_currency: ['', '', 'contracted_amount_currency'],
  contracted_amount_status: ['', '', 'contracted_amount_status'],
  paid_in_currency: ['', '', 'paid_in_currency'],
  paid_in_status: ['', '', 'paid_in_status'],
  fai_done_total_currency: ['', '', 'fai_done_total_currency'],
  fai_done_total_status: ['', '', 'fai_done_total_status'],
  output_plan_currency: ['', '', 'output_plan_currency'],
  output_plan_status: ['', '', 'output_plan_status'],
  output_actual_currency: ['', '', 'output_actual_currency'],
  output_actual_status: ['', '', 'output_actual_status'],
} as const;
