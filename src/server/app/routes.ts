import { addAccounts } from '#server/accounts/sign-in/routes.ts';
import { addAudit } from '#server/audit/routes.ts';
import { addChanges } from '#server/changes/routes.ts';
import { addDocuments } from '#server/exports/document-routes.ts';
import { addBootstrapPage } from '#server/accounts/sign-in/bootstrap-page-routes.ts';
import { addEvidenceRoutes } from '#server/projects/evidence/routes.ts';
import { addEmbedPage } from '#server/links/pages/embed-page-routes.ts';
import { addEvents } from '#server/http/events/routes.ts';
import { addExchangeRates } from '#server/currencies/routes.ts';
import { addMetrics } from '#server/http/metrics/routes.ts';
import { addHealth } from './health-routes.ts';
import { addCharts } from '#server/exports/figure/routes.ts';
import { addImportRecipes } from '#server/imports/recipe-routes.ts';
import { addImports } from '#server/imports/routes.ts';
import { addTargetImports } from '#server/imports/target-routes.ts';
import { addIndicators } from '#server/targets/indicator-routes.ts';
import { addValueEvidence } from '#server/targets/value-evidence/routes.ts';
import { addLinks } from '#server/links/routes.ts';
import { addIssues } from '#server/projects/issues/routes.ts';
import { addMethodAnswers } from '#server/http/method-routes.ts';
import { addOverview } from '#server/overview/routes.ts';
import { addPages } from './page-routes.ts';
import { addPasskeys } from '#server/accounts/passkeys/routes.ts';
import { addOwnAccount } from '#server/accounts/people/own-account-routes.ts';
import { addPeople } from '#server/accounts/people/routes.ts';
import { addDoubts } from '#server/doubts/routes.ts';
import { addPeriods } from '#server/months/routes.ts';
import { addForecasts } from '#server/targets/forecast-routes.ts';
import { addMeasures } from '#server/measures/routes.ts';
import { addProjectAnalysis } from '#server/analysis/project-routes.ts';
import { addAnalysis } from '#server/analysis/routes.ts';
import { addProjectEvents } from '#server/analysis/events/routes.ts';
import { addOutlook } from '#server/outlook/routes.ts';
import { addPipeline } from '#server/pipeline/routes.ts';
import { addOneProject, addProjects } from '#server/projects/routes.ts';
import { addPolicyReport } from './csp-report-routes.ts';
import { addProjectEdits } from '#server/projects/edit-routes.ts';
import { addReportFiles } from '#server/report-files/routes.ts';
import { addReport } from '#server/exports/report/routes.ts';
import { addCompanyRoutes } from '#server/requests/company-routes.ts';
import { addRequestPage } from '#server/requests/page-routes.ts';
import { addRequests } from '#server/requests/routes.ts';
import { addCalendarFeeds } from '#server/reminders/calendars/calendar-routes.ts';
import { addOwnDigest } from '#server/reminders/own-digest-routes.ts';
import { addReminders } from '#server/reminders/settings-routes.ts';
import { addRevisions } from '#server/revisions/routes.ts';
import type { ServerHost } from './create-host.ts';
import { addSavedCharts } from '#server/saved-charts/routes.ts';
import { addSamples } from '#server/samples/routes.ts';
import { addSecondFactorManagement } from '#server/accounts/second-factor/admin-routes.ts';
import { addSecondFactor } from '#server/accounts/second-factor/routes.ts';
import { addSession } from '#server/accounts/sessions/routes.ts';
import { addPreviewPicture } from '#server/links/pages/preview-picture-routes.ts';
import { addSharedPage } from '#server/links/pages/reader-page-routes.ts';
import { addShared } from '#server/links/reader-routes.ts';
import { addSingleSignOn } from '#server/accounts/sso/routes.ts';
import { addTokens } from '#server/accounts/tokens/routes.ts';
import { addBoard } from '#server/work/board-routes.ts';
import { addDecisions } from '#server/work/decision-routes.ts';
import { addJudgements } from '#server/work/judgement-routes.ts';
import { addOwners } from '#server/work/owner-routes.ts';
import { addLogos } from '#server/zone/logo/routes.ts';
import { addZone } from '#server/zone/routes.ts';
import { shortReads } from '#server/db/transaction-scope.ts';

type AddRoutes = (host: ServerHost) => void;
/**
 * Routes whose time does not depend on the size of the register. They respond while long reads run.
 */
const short = new Set<AddRoutes>([
  addHealth,
  addMetrics,
  addEvents,
  addSession,
  addAccounts,
  addOwnAccount,
  addSecondFactor,
  addPasskeys,
  addPeople,
  addTokens,
  addOwnDigest,
  addSecondFactorManagement,
  addZone,
  addLogos,
  addReportFiles,
  addOneProject,
  addProjectEdits,
  addEvidenceRoutes,
  addIndicators,
  addValueEvidence,
  addSavedCharts,
  addExchangeRates,
  addRevisions,
  addSingleSignOn,
  addPolicyReport,
  addBootstrapPage,
]);
/** In the order in which addresses are matched. */
const all: readonly AddRoutes[] = [
  addHealth,
  addMetrics,
  addEvents,
  addSession,
  addAccounts,
  addOwnAccount,
  addSecondFactor,
  addPasskeys,
  addPeople,
  addTokens,
  addReminders,
  addOwnDigest,
  addCalendarFeeds,
  addSecondFactorManagement,
  addAudit,
  addZone,
  addLogos,
  addReportFiles,
  addOverview,
  addChanges,
  addForecasts,
  addOutlook,
  addProjectAnalysis,
  addMeasures,
  addAnalysis,
  addProjectEvents,
  addPipeline,
  addProjects,
  addOneProject,
  addProjectEdits,
  addEvidenceRoutes,
  addIssues,
  addSavedCharts,
  addBoard,
  addDecisions,
  addJudgements,
  addOwners,
  addIndicators,
  addValueEvidence,
  addPeriods,
  addDoubts,
  addExchangeRates,
  addImports,
  addTargetImports,
  addImportRecipes,
  addRevisions,
  addSamples,
  addDocuments,
  addReport,
  addCharts,
  addLinks,
  addShared,
  addSharedPage,
  addPreviewPicture,
  addEmbedPage,
  addRequests,
  addCompanyRoutes,
  addRequestPage,
  addSingleSignOn,
  addPolicyReport,
  addBootstrapPage,
  addPages,
  addMethodAnswers,
];

/** Adds every route of the app. */
export function addRoutes(host: ServerHost): void {
  const shortHost: ServerHost = { ...host, deps: { ...host.deps, db: shortReads(host.deps.db) } };
  for (const add of all) add(short.has(add) ? shortHost : host);
}
