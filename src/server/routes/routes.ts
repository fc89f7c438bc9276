import { addAccounts } from './accounts.ts';
import { addAudit } from './audit.ts';
import { addChanges } from './changes.ts';
import { addDocuments } from './documents.ts';
import { addDoor } from './door.ts';
import { addEvidenceRoutes } from './evidence.ts';
import { addEmbedPage } from './embed-page.ts';
import { addEvents } from './events.ts';
import { addExchangeRates } from './exchange-rates.ts';
import { addHealth } from './health.ts';
import { addCharts } from './charts.ts';
import { addImportRecipes } from './import-recipes.ts';
import { addImports } from './imports.ts';
import { addIndicators } from './indicators.ts';
import { addLinks } from './links.ts';
import { addIssues } from './issues.ts';
import { addMethodAnswers } from './methods.ts';
import { addOverview } from './overview.ts';
import { addPages } from './pages.ts';
import { addPasskeys } from './passkeys.ts';
import { addOwnAccount } from './own-account.ts';
import { addPeople } from './people.ts';
import { addPeriods } from './periods.ts';
import { addForecasts } from './forecasts.ts';
import { addPipeline } from './pipeline.ts';
import { addOneProject, addProjects } from './projects.ts';
import { addPolicyReport } from './policy-report.ts';
import { addProjectEdits } from './project-edits.ts';
import { addReport } from './report.ts';
import { addRevisions } from './revisions.ts';
import type { Host } from './route.ts';
import { addSamples } from './samples.ts';
import { addSecondStepOfOthers } from './second-step-of-others.ts';
import { addSecondStep } from './second-step.ts';
import { addSession } from './session.ts';
import { addSharedPage } from './shared-page.ts';
import { addShared } from './shared.ts';
import { addSingleSignOn } from './single-sign-on.ts';
import { addTokens } from './tokens.ts';
import { addZone } from './zone.ts';
import { shortReads } from '#server/db/transaction-scope.ts';

type AddRoutes = (host: Host) => void;
/** What takes the same time in a register of any size: it is answered while long reads run. */
const short = new Set<AddRoutes>([
  addHealth,
  addEvents,
  addSession,
  addAccounts,
  addOwnAccount,
  addSecondStep,
  addPasskeys,
  addPeople,
  addTokens,
  addSecondStepOfOthers,
  addZone,
  addOneProject,
  addProjectEdits,
  addEvidenceRoutes,
  addIndicators,
  addExchangeRates,
  addRevisions,
  addSingleSignOn,
  addPolicyReport,
  addDoor,
]);
/** In the order in which addresses are tried. */
const all: readonly AddRoutes[] = [
  addHealth,
  addEvents,
  addSession,
  addAccounts,
  addOwnAccount,
  addSecondStep,
  addPasskeys,
  addPeople,
  addTokens,
  addSecondStepOfOthers,
  addAudit,
  addZone,
  addOverview,
  addChanges,
  addForecasts,
  addPipeline,
  addProjects,
  addOneProject,
  addProjectEdits,
  addEvidenceRoutes,
  addIssues,
  addIndicators,
  addPeriods,
  addExchangeRates,
  addImports,
  addImportRecipes,
  addRevisions,
  addSamples,
  addDocuments,
  addReport,
  addCharts,
  addLinks,
  addShared,
  addSharedPage,
  addEmbedPage,
  addSingleSignOn,
  addPolicyReport,
  addDoor,
  addPages,
  addMethodAnswers,
];

/** Every address that the app answers. */
export function addRoutes(host: Host): void {
  const shortHost: Host = { ...host, deps: { ...host.deps, db: shortReads(host.deps.db) } };
  for (const add of all) add(short.has(add) ? shortHost : host);
}
