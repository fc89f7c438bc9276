import { languages } from '#domain/values/language.ts';
import { answerDoubts } from '#domain/requests/answer-doubts.ts';
import {
  cellKey,
  milestoneOutcomes,
  proposalStates,
  requestFields,
  requestStates,
} from '#domain/requests/request.ts';
import { evidenceTypes } from '#domain/projects/evidence.ts';
import { cumulations } from '#domain/zone/indicator.ts';
import { z, type Infer } from '#contract/core/zod.ts';
import {
  count,
  decimal,
  filledText,
  id,
  isoDate,
  knownAt,
  month,
  noInput,
  partlyTranslated,
  text,
  upload,
} from '#contract/core/primitives.ts';
import { unique } from '#contract/links/shared-schemas.ts';

/** A request's public id in addresses. It does not open the request. */
const requestId = z.string().regex(/^[a-z2-7]{16}$/, 'must be the id of a request');
const proposalId = z.uuid('must be the id of a proposal');
const fileId = z.uuid('must be the id of a file of this request');
const language = z.enum(languages);
const email = z
  .string()
  .max(254)
  .regex(
    /^[^\s@<>"',;:\u0000-\u001f]+@[^\s@<>"',;:\u0000-\u001f]+\.[^\s@<>"',;:\u0000-\u001f]+$/,
    'must be an e-mail address',
  );

const cell = z.union(
  [
    z.strictObject({ code: filledText(64), field: z.enum(requestFields) }),
    z.strictObject({ indicator: id }),
  ],
  'must name a project with a field, or an indicator',
);
const key = text(200);
const content = {
  /** The company or unit that answers. */
  unit: filledText(200),
  /** The person who answers for the unit. */
  person: filledText(200).exactOptional(),
  email: email.exactOptional(),
  language,
  /** A message to the company. */
  note: text(500).exactOptional(),
  cells: z
    .array(cell)
    .min(1)
    .max(50)
    .refine((cells) => unique(cells.map(cellKey)), 'must not name one cell twice'),
};
/**
 * The last day to answer, and the moment when the link ends: 20 days after the deadline by default.
 */
const times = { deadline: isoDate, expires_at: knownAt.exactOptional() };
const newRequestSchema = z.strictObject(content);
export type NewRequest = Infer<typeof newRequestSchema>;
const newRequestsSchema = z.strictObject({
  month,
  ...times,
  requests: z.array(newRequestSchema).min(1).max(200),
});
export type NewRequests = Infer<typeof newRequestsSchema>;
const copySchema = z.strictObject({ from: month, month, ...times });
export type RequestsToCopy = Infer<typeof copySchema>;
const requestPatchSchema = z
  .strictObject({
    state: z.literal('cancelled').exactOptional(),
    deadline: isoDate.exactOptional(),
    expires_at: knownAt.exactOptional(),
    person: filledText(200).exactOptional(),
    email: email.exactOptional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, 'must change something');
export type RequestPatch = Infer<typeof requestPatchSchema>;

const fileSchema = z.strictObject({
  id: fileId,
  name: z.string(),
  type: z.enum(evidenceTypes),
  size: count,
  added_at: z.string(),
});
export type AnswerFile = Infer<typeof fileSchema>;

const requestSchema = z.strictObject({
  id: requestId,
  month,
  ...content,
  deadline: isoDate,
  expires_at: z.string(),
  state: z.enum(requestStates),
  /** The number of cells with an answer that was not returned. */
  answered: count,
  sent_at: z.string(),
  opened_at: z.string().exactOptional(),
  answered_at: z.string().exactOptional(),
  reminded_at: z.string().exactOptional(),
  state_at: z.string().exactOptional(),
  state_by: z.string().exactOptional(),
  owner: z.strictObject({ id: z.string(), name: z.string() }),
});
export type ValueRequest = Infer<typeof requestSchema>;
/** The only reply that holds the secret; `address` is the path to send, with the secret after #. */
const madeRequestSchema = z.strictObject({
  request: requestSchema,
  secret: z.string(),
  address: z.string(),
});
export type MadeRequest = Infer<typeof madeRequestSchema>;
const madeRequestsSchema = z.strictObject({ items: z.array(madeRequestSchema) });

/** The content of a cell. `project` and `indicator` are its names, not ids. */
const cellHead = {
  key,
  field: z.enum(requestFields).exactOptional(),
  project: z.string().exactOptional(),
  indicator: partlyTranslated.exactOptional(),
  cumulation: z.enum(cumulations).exactOptional(),
  is_year_to_date: z.literal(true).exactOptional(),
  /** A currency or a counted unit. Values are in it; money is in major units. */
  unit: z.string().exactOptional(),
  /** The power of ten in which people type and read the value. */
  power: z.number().int().exactOptional(),
  /** The value at the end of the month before. */
  last: z.string().exactOptional(),
  /** The planned day of a milestone. */
  planned: isoDate.exactOptional(),
};
const answerValue = {
  value: z.string().exactOptional(),
  outcome: z.enum(milestoneOutcomes).exactOptional(),
  note: z.string().exactOptional(),
  is_provisional: z.literal(true).exactOptional(),
  at: z.string(),
  state: z.enum(proposalStates),
  /** The reason with which a manager returned it. */
  returned: z.string().exactOptional(),
};
const proposalSchema = z.strictObject({
  id: proposalId,
  request: requestId,
  month,
  unit_name: z.string(),
  person: z.string().exactOptional(),
  ...cellHead,
  ...answerValue,
  doubt: z.enum(answerDoubts).exactOptional(),
  /** The stored value that it replaces, if that is another one; of a milestone its day. */
  replaces: z.string().exactOptional(),
  /** Sent after the month was closed. */
  is_correction: z.literal(true).exactOptional(),
  /** The manager who entered it on behalf of the unit. */
  entered_by: z.string().exactOptional(),
  decided_at: z.string().exactOptional(),
  decided_by: z.string().exactOptional(),
  /** The revision that accepted it. */
  revision: count.exactOptional(),
  files: z.array(fileSchema),
});
export type Proposal = Infer<typeof proposalSchema>;

/** A number, or a milestone with its day. A doubtful value needs `confirm` and a note. */
const answer = z
  .strictObject({
    key,
    value: z.union([decimal, isoDate], 'must be a plain decimal number or a day').exactOptional(),
    outcome: z.enum(milestoneOutcomes).exactOptional(),
    is_provisional: z.boolean().exactOptional(),
    note: text(500).exactOptional(),
    confirm: z.boolean().exactOptional(),
  })
  .refine((answer) => answer.value !== undefined || answer.outcome === 'not_yet', {
    path: ['value'],
    message: 'is required',
  });
export type Answer = Infer<typeof answer>;
const answersSchema = z.strictObject({
  answers: z
    .array(answer)
    .min(1)
    .max(50)
    .refine((list) => unique(list.map((one) => one.key)), 'must not name one cell twice'),
});
const proposalIds = z
  .array(proposalId)
  .min(1)
  .max(2000)
  .refine(unique, 'must not name one proposal twice');

/**
 * The result of sending a valid secret. `ended` covers cancelled requests; `ask` is the sender. The
 * reply to an unknown secret is always `not_found`.
 */
const openRequestResult = z.union([
  z.strictObject({ state: z.literal('open'), request: requestId }),
  z.strictObject({ state: z.literal('ended'), on: z.string(), ask: z.string() }),
]);
export type OpenRequestResult = Infer<typeof openRequestResult>;
/** The whole content of a request. Its page uses nothing else. */
const openRequestSchema = z.strictObject({
  id: requestId,
  zone: partlyTranslated,
  month,
  unit: z.string(),
  person: z.string().exactOptional(),
  note: z.string().exactOptional(),
  language,
  deadline: isoDate,
  expires_at: z.string(),
  /** The person who sent it. */
  sender: z.string(),
  is_closed: z.boolean(),
  received_at: z.string().exactOptional(),
  cells: z.array(
    z.strictObject({
      ...cellHead,
      /** Whether it may still be answered or corrected. */
      is_open: z.boolean(),
      answer: z.strictObject(answerValue).exactOptional(),
    }),
  ),
  files: z.array(fileSchema),
});
export type OpenRequest = Infer<typeof openRequestSchema>;

const byMonth = z.strictObject({ month: month.exactOptional() });
const oneRequest = { ...noInput, params: z.strictObject({ id: requestId }) } as const;
const ofReader = { ...noInput, params: z.strictObject({ request: requestId }) } as const;
const decisionResult = z.strictObject({ decided: count, revision: count.exactOptional() });

/** The endpoints of requests for values, of their answers and of those who answer. */
export const requestSchemas = {
  /** Without `month`, all months, the newest first, at most 1000. */
  listRequests: {
    ...noInput,
    query: byMonth,
    reply: z.strictObject({ items: z.array(requestSchema) }),
  },
  createRequests: { ...noInput, body: newRequestsSchema, reply: madeRequestsSchema },
  copyRequests: { ...noInput, body: copySchema, reply: madeRequestsSchema },
  request: { ...oneRequest, reply: requestSchema },
  changeRequest: { ...oneRequest, body: requestPatchSchema, reply: requestSchema },
  remindRequest: { ...oneRequest, body: z.strictObject({}), reply: madeRequestSchema },
  answerForRequest: { ...oneRequest, body: answersSchema, reply: decisionResult },
  requestFile: {
    ...noInput,
    params: z.strictObject({ id: requestId, file: fileId }),
    reply: z.unknown(),
  },
  listProposals: {
    ...noInput,
    query: byMonth,
    reply: z.strictObject({ items: z.array(proposalSchema) }),
  },
  acceptProposals: {
    ...noInput,
    /** `reason`: needed where the month is closed. */
    body: z.strictObject({ ids: proposalIds, reason: text(500).exactOptional() }),
    reply: decisionResult,
  },
  returnProposals: {
    ...noInput,
    /** `reason`: the sentence that the company sees. */
    body: z.strictObject({ ids: proposalIds, reason: filledText(500) }),
    reply: decisionResult,
  },
  openRequest: {
    ...noInput,
    /** Any text is accepted as a secret, so that all wrong secrets are answered alike. */
    body: z.strictObject({ secret: z.string().max(200) }),
    reply: openRequestResult,
  },
  readOpenRequest: { ...ofReader, reply: openRequestSchema },
  sendAnswers: { ...ofReader, body: answersSchema, reply: openRequestSchema },
  addAnswerFile: { ...ofReader, body: upload, reply: fileSchema },
  removeAnswerFile: {
    ...noInput,
    params: z.strictObject({ request: requestId, file: fileId }),
    body: z.strictObject({}),
    reply: openRequestSchema,
  },
} as const;
