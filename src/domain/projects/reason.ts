/** Why a project is held, ended or moved back (domain reference 1.4). */
export const reasonCodes = [
  'market',
  'financing',
  'land_or_site',
  'approvals',
  'environment_energy_quota',
  'incentives',
  'utilities',
  'labour',
  'investor_strategy',
  'travel_restriction',
  'competing_location',
  'policy',
  'partner',
  'other',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** A reason code, with an explanation in words. */
export interface Reason {
  readonly reason_code?: ReasonCode;
  readonly reason?: string;
}
