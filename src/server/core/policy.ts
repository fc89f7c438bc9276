import type { Endpoints } from '#contract/endpoints.ts';
import type { Mode, Right, Role } from '#contract/core/rights.ts';
import { problem } from './problem.ts';
import { listRights, rejectRight } from './role-rights.ts';

/** A person or script with rights. `name`: the author that a revision names. */
export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly mode: Mode;
  readonly role: Role;
}

/**
 * Returns the principal of a request that the policy has admitted.
 * @throws Error without a principal, which is a fault of the policy and no answer to the caller
 */
export function requirePrincipal(principal: Principal | undefined): Principal {
  if (principal === undefined) throw new Error('The policy admits nobody without a principal.');
  return principal;
}

/** The sender of a request. Without a principal it has no access. */
export interface Caller {
  readonly principal: Principal | undefined;
  /** The id of the account session. */
  readonly session?: string | undefined;
  readonly token?: string | undefined;
  /** Set if the runtime provides the principal, as in the demo. */
  readonly isGiven?: true;
}

type Params = Readonly<Record<string, string>>;
/**
 * The requirement of an endpoint: none, a caller without a token, one right, a right that depends
 * on the path, or one right for own objects and another for all objects.
 */
export type Rule =
  | { readonly open: true; readonly tokens?: false }
  | { readonly right: Right | ((params: Params) => Right) }
  | { readonly own: Right; readonly all: Right };

const open: Rule = { open: true };
/** The rule of sign-in. A token is rejected, since it already acts for an account. */
const signInRule: Rule = { open: true, tokens: false };
const needs = (right: Right): Rule => ({ right });
const view = needs('view');
const edit = needs('edit');
const own = needs('own_account');
const people = needs('manage_people');
const imports = needs('import');
const links: Rule = { own: 'share_own', all: 'share_all' };
/** Everybody may change their own saved charts. Editors may change those for everyone. */
const savedCharts: Rule = { own: 'view', all: 'edit' };
const chartFile: Rule = {
  right: ({ file = '' }) => (/\.(svg|png|pdf)$/.test(file) ? 'view' : 'export_data'),
};
const tokens: Rule = { own: 'own_account', all: 'manage_people' };

/**
 * The rule of every endpoint. A missing rule does not compile, and tests call each endpoint with
 * each role.
 */
export const policy: Readonly<Record<keyof Endpoints, Rule>> = {
  health: open,
  // programs on this computer need no role
  metrics: people,
  signIn: signInRule,
  readInvitation: signInRule,
  acceptInvitation: signInRule,
  setUp: needs('set_up'),
  signOut: own,
  account: own,
  changeName: own,
  changePassword: own,
  endSession: own,
  endOtherSessions: own,
  listTokens: tokens,
  makeToken: own,
  endToken: tokens,
  signInCode: signInRule,
  startFirstTotp: signInRule,
  turnOnFirstTotp: signInRule,
  startFirstPasskey: signInRule,
  addFirstPasskey: signInRule,
  askPasskey: signInRule,
  signInPasskey: signInRule,
  secondStep: own,
  startTotp: own,
  turnOnTotp: own,
  turnOffTotp: own,
  renewRecoveryCodes: own,
  startPasskey: own,
  addPasskey: own,
  removePasskey: own,
  resetSecondStep: people,
  secondStepRoles: people,
  listPeople: people,
  invite: people,
  endInvitation: people,
  changePerson: people,
  endPersonSessions: people,
  askNewPassword: people,
  audit: needs('read_audit'),
  openSession: signInRule,
  session: view,
  events: view,
  zone: view,
  overview: view,
  overviewTotals: view,
  changes: view,
  forecasts: view,
  series: view,
  funnel: view,
  outlook: view,
  stageTime: view,
  projectTimeline: view,
  completeness: view,
  listMeasures: view,
  explanation: view,
  breakdown: view,
  columns: needs('view_notes'),
  distribution: view,
  moneyLadder: view,
  pipeline: view,
  board: view,
  listProjects: view,
  project: view,
  summary: view,
  listIndicators: view,
  listObservations: view,
  listPeriods: view,
  listExchangeRates: view,
  listRemovedRates: needs('view_notes'),
  period: view,
  doubts: view,
  listCharts: view,
  chart: chartFile,
  listDocuments: view,
  report: view,
  document: { right: ({ file = '' }) => (file.startsWith('report.') ? 'view' : 'export_data') },
  projectHistory: needs('view_notes'),
  reportFiles: needs('set_targets'),
  logo: view,
  addLogo: needs('set_targets'),
  zoneVersions: needs('view_notes'),
  listRevisions: needs('view_notes'),
  listEvidence: needs('view_notes'),
  evidenceFile: needs('view_notes'),
  listValueEvidence: needs('view_notes'),
  valueEvidenceFile: needs('view_notes'),
  listIssues: needs('view_notes'),
  listDecisions: needs('view_notes'),
  addDecision: edit,
  changeDecision: edit,
  listDeclaredStatuses: needs('view_notes'),
  judgements: needs('view_notes'),
  declareStatus: edit,
  targetStatus: needs('view_notes'),
  declareTargetStatus: edit,
  blockGate: edit,
  listOwners: needs('view_notes'),
  handOver: edit,
  addEvidence: edit,
  withdrawEvidence: edit,
  addValueEvidence: edit,
  withdrawValueEvidence: edit,
  addIssue: edit,
  changeIssue: edit,
  addObservation: edit,
  addObservations: edit,
  addExchangeRates: edit,
  closePeriod: edit,
  saveDrafts: edit,
  acceptDrafts: edit,
  saveMonthNotes: edit,
  dismissDoubt: edit,
  reopenPeriod: edit,
  createProject: edit,
  changeProject: edit,
  moveProject: edit,
  changeProjectStatus: edit,
  undoRevision: edit,
  createZone: needs('set_targets'),
  updateZone: needs('set_targets'),
  previewTargets: needs('set_targets'),
  previewImport: imports,
  getImport: imports,
  answerImport: imports,
  importEffects: imports,
  commitImport: imports,
  importRun: imports,
  stopImport: imports,
  listSavedCharts: savedCharts,
  savedChartFile: chartFile,
  saveChart: savedCharts,
  changeSavedChart: savedCharts,
  removeSavedChart: savedCharts,
  listImportRecipes: imports,
  importRecipe: imports,
  changeImportRecipe: imports,
  deleteImportRecipe: imports,
  chooseSample: imports,
  listLinks: links,
  link: links,
  changeLink: links,
  replaceLink: links,
  endLinks: links,
  listRequests: edit,
  createRequests: edit,
  copyRequests: edit,
  request: edit,
  changeRequest: edit,
  remindRequest: edit,
  answerForRequest: edit,
  requestFile: edit,
  listProposals: edit,
  acceptProposals: edit,
  returnProposals: edit,
  createLink: needs('share_own'),
  previewLink: needs('share_own'),
  checkLink: links,
  reminders: people,
  changeReminders: people,
  addWebhook: people,
  changeWebhook: people,
  endWebhook: people,
  testWebhook: people,
  testMail: people,
  ownDigest: own,
  chooseDigest: own,
  makeCalendar: own,
  endCalendar: own,
  // the secret of the link and its session admit the reader
  openShared: open,
  shared: open,
  sharedEvents: open,
  sharedChart: open,
  sharedList: open,
  sharedExplanation: open,
  // the secret of the request and its session admit the company
  openRequest: open,
  readOpenRequest: open,
  sendAnswers: open,
  addAnswerFile: open,
  removeAnswerFile: open,
};

/** The access that an endpoint grants a caller. */
export interface Grant {
  /** The response is exported data. */
  readonly exported?: true;
  /** The only owner whose objects the caller may access. Omitted if it may access all. */
  readonly ownedBy?: string;
}

const nothingHere = () =>
  problem('not_found', 'Nothing is at this address. The API is described in /api/openapi.json.');

/**
 * Checks a caller against the rule of an endpoint.
 *
 * @throws HttpProblem if the caller may not use it; the problem names the role that it needs
 */
export function authorise(
  principal: Principal | undefined,
  id: keyof Endpoints,
  params: Params,
): Grant {
  const rule = policy[id];
  if ('open' in rule) {
    if (rule.tokens === false && (principal?.mode === 'token' || principal?.mode === 'export'))
      throw rejectRight('own_account');
    return {};
  }
  // the first account closes this endpoint for everyone
  const rights = principal === undefined ? [] : listRights(principal);
  if (id === 'setUp' && !rights.includes('set_up')) throw nothingHere();
  if (principal === undefined)
    throw problem(
      'sign_in_required',
      'Sign in. Before there are accounts, open the one-time link that Headway printed when it started.',
    );
  if ('right' in rule) {
    const right = typeof rule.right === 'function' ? rule.right(params) : rule.right;
    if (!rights.includes(right)) throw rejectRight(right);
    return right === 'export_data' ? { exported: true } : {};
  }
  if (rights.includes(rule.all)) return {};
  if (!rights.includes(rule.own)) throw rejectRight(rule.own);
  return { ownedBy: principal.id };
}
