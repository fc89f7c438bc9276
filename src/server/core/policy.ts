import type { Endpoints } from '#contract/endpoints.ts';
import { roles, type Mode, type Right, type Role } from '#contract/core/rights.ts';
import { problem } from './problem.ts';

/** Who is asking. `name` is what a revision says of its author. */
export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly mode: Mode;
  readonly role: Role;
}

/** The least role that has a right. */
const leastRoles: Readonly<Record<Exclude<Right, 'own_account' | 'set_up'>, Role>> = {
  view: 'viewer',
  view_notes: 'analyst',
  export_data: 'analyst',
  share_own: 'analyst',
  edit: 'manager',
  import: 'manager',
  set_targets: 'manager',
  share_all: 'manager',
  read_audit: 'manager',
  manage_people: 'admin',
};
type Ranked = keyof typeof leastRoles;
const ranked = Object.keys(leastRoles) as readonly Ranked[];

/** Whether a role has a right, by its rank alone. */
export const may = (role: Role, right: Ranked): boolean =>
  roles.indexOf(role) >= roles.indexOf(leastRoles[right]);

/** Everything that somebody may do. Only who came without an account may make the first one; only who signed in reaches accounts, and no token does. */
export const rightsOf = ({ role, mode }: Pick<Principal, 'role' | 'mode'>): readonly Right[] => [
  ...ranked.filter((right) => may(role, right) && !(mode === 'token' && right === 'manage_people')),
  ...(mode === 'account' ? ['own_account' as const] : []),
  ...(mode === 'local' || mode === 'key' ? ['set_up' as const] : []),
];

type Params = Readonly<Record<string, string>>;
/**
 * What an endpoint asks of who calls it: nothing, or only to be no token; one right, a right that depends on the parts of its
 * address, or one right for things of one's own and another for those of everybody.
 */
export type Rule =
  | { readonly open: true; readonly tokens?: false }
  | { readonly right: Right | ((params: Params) => Right) }
  | { readonly own: Right; readonly all: Right };

const open: Rule = { open: true };
/** Lets people in, who then are somebody else: a script that has a token is somebody already. */
const door: Rule = { open: true, tokens: false };
const needs = (right: Right): Rule => ({ right });
const view = needs('view');
const edit = needs('edit');
const own = needs('own_account');
const people = needs('manage_people');
const bringIn = needs('import');
const links: Rule = { own: 'share_own', all: 'share_all' };
const tokens: Rule = { own: 'own_account', all: 'manage_people' };

/** The rule of every endpoint. One that is missing fails the type check; tests try each with each role. */
export const policy: Readonly<Record<keyof Endpoints, Rule>> = {
  health: open,
  signIn: door,
  readInvitation: door,
  acceptInvitation: door,
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
  signInCode: door,
  startFirstTotp: door,
  turnOnFirstTotp: door,
  startFirstPasskey: door,
  addFirstPasskey: door,
  askPasskey: door,
  signInPasskey: door,
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
  openSession: door,
  session: view,
  events: view,
  zone: view,
  overview: view,
  overviewTotals: view,
  changes: view,
  forecasts: view,
  pipeline: view,
  listProjects: view,
  project: view,
  summary: view,
  listIndicators: view,
  listObservations: view,
  listPeriods: view,
  listExchangeRates: view,
  period: view,
  listCharts: view,
  chart: { right: ({ file = '' }) => (/\.(svg|png|pdf)$/.test(file) ? 'view' : 'export_data') },
  listDocuments: view,
  report: view,
  document: { right: ({ file = '' }) => (file.startsWith('report.') ? 'view' : 'export_data') },
  projectHistory: needs('view_notes'),
  zoneVersions: needs('view_notes'),
  listRevisions: needs('view_notes'),
  listEvidence: needs('view_notes'),
  evidenceFile: needs('view_notes'),
  listIssues: needs('view_notes'),
  addEvidence: edit,
  withdrawEvidence: edit,
  addIssue: edit,
  changeIssue: edit,
  addObservation: edit,
  addObservations: edit,
  addExchangeRates: edit,
  closePeriod: edit,
  reopenPeriod: edit,
  createProject: edit,
  changeProject: edit,
  moveProject: edit,
  changeProjectStatus: edit,
  undoRevision: edit,
  updateZone: needs('set_targets'),
  previewImport: bringIn,
  getImport: bringIn,
  answerImport: bringIn,
  importEffects: bringIn,
  commitImport: bringIn,
  importRun: bringIn,
  stopImport: bringIn,
  listImportRecipes: bringIn,
  importRecipe: bringIn,
  changeImportRecipe: bringIn,
  deleteImportRecipe: bringIn,
  chooseSample: bringIn,
  listLinks: links,
  link: links,
  changeLink: links,
  endLinks: links,
  createLink: needs('share_own'),
  previewLink: needs('share_own'),
  checkLink: links,
  // let in by the link's own secret and its session
  openShared: open,
  shared: open,
  sharedEvents: open,
  sharedChart: open,
  sharedList: open,
};

/** What a caller was admitted to. */
export interface Admission {
  /** What it asked for is data that leaves. */
  readonly exported?: true;
  /** Only things of this person: look for them with this owner, and what is somebody else's is not found. Absent: everybody's. */
  readonly ownedBy?: string;
}

const refusal = (right: Right) => {
  const role = right in leastRoles ? leastRoles[right as Ranked] : undefined;
  return problem(
    'forbidden',
    role === undefined
      ? 'This is not for who asks: it is for people who signed in to their account, or for who sets this Headway up.'
      : `You need the ${role} role for this: ask an admin of this Headway.`,
    role === undefined
      ? {}
      : { errors: [{ path: 'role', value: role, message: `the ${role} role is needed` }] },
  );
};

const nothingHere = () =>
  problem('not_found', 'Nothing is at this address. The API is described in /api/openapi.json.');

/** Lets somebody use an endpoint, or says which role that needs. */
export function admit(
  principal: Principal | undefined,
  id: keyof Endpoints,
  params: Params,
): Admission {
  const rule = policy[id];
  if ('open' in rule) {
    if (rule.tokens === false && principal?.mode === 'token') throw refusal('own_account');
    return {};
  }
  // once there is an account this door is gone, for everybody
  const held = principal === undefined ? [] : rightsOf(principal);
  if (id === 'setUp' && !held.includes('set_up')) throw nothingHere();
  if (principal === undefined)
    throw problem(
      'sign_in_required',
      'Sign in; or, before there are accounts, open the one-time link that Headway printed when it started.',
    );
  if ('right' in rule) {
    const right = typeof rule.right === 'function' ? rule.right(params) : rule.right;
    if (!held.includes(right)) throw refusal(right);
    return right === 'export_data' ? { exported: true } : {};
  }
  if (held.includes(rule.all)) return {};
  if (!held.includes(rule.own)) throw refusal(rule.own);
  return { ownedBy: principal.id };
}
