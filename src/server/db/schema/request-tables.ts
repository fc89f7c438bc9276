import type { AnswerDoubt } from '#domain/requests/answer-doubts.ts';
import type { EvidenceType } from '#domain/projects/evidence.ts';
import type { MilestoneOutcome, ProposalState, RequestCell } from '#domain/requests/request.ts';
import type { IsoDate, Month } from '#domain/values/date.ts';
import type { Language } from '#domain/values/language.ts';
import type { Fixed, Json } from './column-types.ts';

/** A request for values of a month. Every change increments `version`. */
export interface RequestLinkTable {
  id: Fixed<string>;
  version: number;
  month: Fixed<Month>;
  unit: Fixed<string>;
  person: string | null;
  email: string | null;
  language: Fixed<Language>;
  note: Fixed<string | null>;
  cells_json: Json<readonly RequestCell[]>;
  deadline: IsoDate;
  expires_at: string;
  owner: string;
  owner_name: string;
  created_at: Fixed<string>;
  opened_at: string | null;
  reminded_at: string | null;
  /** Expiry follows from the time, and answers from the proposals, so neither is stored here. */
  state: 'live' | 'cancelled';
  state_at: string | null;
  state_by: string | null;
}
/** The SHA-256 of a secret. A request gets one when it is created and one with each reminder. */
export interface RequestSecretTable {
  hash: Fixed<string>;
  request: Fixed<string>;
  created_at: Fixed<string>;
}
/** A session of one request. `hash` is that of its cookie. */
export interface RequestSessionTable {
  hash: Fixed<string>;
  request: Fixed<string>;
  created_at: Fixed<string>;
  expires_at: Fixed<string>;
}
/** An answer to one cell. `last_value` is the value of the previous month, as its sender saw it. */
export interface ProposalTable {
  id: Fixed<string>;
  /** A number that ascends in the order of storing. */
  seq: Fixed<number>;
  request: Fixed<string>;
  cell: Fixed<string>;
  value: Fixed<string | null>;
  outcome: Fixed<MilestoneOutcome | null>;
  currency: Fixed<string | null>;
  last_value: Fixed<string | null>;
  note: Fixed<string | null>;
  doubt: Fixed<AnswerDoubt | null>;
  is_provisional: Fixed<boolean>;
  is_correction: Fixed<boolean>;
  entered_by: Fixed<string | null>;
  created_at: Fixed<string>;
  state: ProposalState;
  decided_at: string | null;
  decided_by: string | null;
  returned: string | null;
  /** The revision that accepted the proposal. If it is undone, the proposal counts as open. */
  revision: number | null;
}
/** A file that a company attached. `evidence_file` holds its bytes. */
export interface AnswerFileTable {
  id: Fixed<string>;
  request: Fixed<string>;
  sha256: Fixed<string>;
  file_name: Fixed<string>;
  media_type: Fixed<EvidenceType>;
  size: Fixed<number>;
  added_at: Fixed<string>;
}
/** A request that a revision moved from one person to another. */
export interface RequestMoveTable {
  revision: Fixed<number>;
  request: Fixed<string>;
  from_owner: Fixed<string>;
  from_name: Fixed<string>;
  to_owner: Fixed<string>;
  to_name: Fixed<string>;
}
export interface RequestTables {
  request_link: RequestLinkTable;
  request_secret: RequestSecretTable;
  request_session: RequestSessionTable;
  proposal: ProposalTable;
  answer_file: AnswerFileTable;
  request_move: RequestMoveTable;
}
