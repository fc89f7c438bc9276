export { exportName, zoneFieldNames } from '#domain/labels/general/audit.ts';
export { basisTerms, coveredName } from '#domain/labels/targets/basis.ts';
export { baselineKindTerms, planPathTerms } from '#domain/labels/targets/plan.ts';
export { authorWords } from '#domain/labels/general/author.ts';
export { changeWords } from '#domain/labels/general/change.ts';
export {
  dataStatusTerms,
  figureStatus,
  registerSource,
} from '#domain/labels/general/data-status.ts';
export { absenceTerms, missingTerms } from '#domain/labels/general/missing-figure.ts';
export { illustrativeLabel } from '#domain/labels/general/illustrative.ts';
export {
  agreementTerms,
  extensionTerms,
  measureTerms,
  milestoneDateTerms,
  milestoneTerms,
  projectFieldTerms,
  siteModeTerms,
} from '#domain/labels/projects/field.ts';
export {
  findBuiltInIndustry,
  industryShortTerms,
  industryTerms,
} from '#domain/zone/industry-names.ts';
export {
  importRowsText,
  unusedRowsText,
  unusedRowTerms,
} from '#domain/labels/general/unused-rows.ts';
export {
  bandRecordTerm,
  bandTerm,
  furtherTerm,
  refusalTerms,
} from '#domain/labels/targets/forecast.ts';
export {
  evidenceTypeTerms,
  issueFieldTerms,
  proofTerms,
  severityTerms,
} from '#domain/labels/projects/issue.ts';
export { moveCountsText, moveTerms } from '#domain/labels/projects/moves.ts';
export {
  investorName,
  projectName,
} from '#domain/labels/projects/project-name.ts';
export { prefectureTerms } from '#domain/labels/general/prefecture.ts';
export { qualifierTerms } from '#domain/values/unit-labels.ts';
export { replanText } from '#domain/labels/projects/replanned-date.ts';
export {
  notKnownBefore,
  writeNotComparable,
  writeNotKnown,
  registerNotes,
  undatedProjects,
} from '#domain/labels/projects/register-days.ts';
export { verdictTerms } from '#domain/labels/targets/verdict.ts';
export { reasonTerms } from '#domain/labels/projects/reason.ts';
export {
  stageGroupTerms,
  stageTerms,
  stageWord,
  statusTerms,
  zoneStageTerms,
} from '#domain/labels/projects/stage.ts';
export { idOfWord, sameWords, type Terms, term, words } from '#domain/values/term.ts';
export { comparatorAfter, comparatorBefore } from '#domain/targets/format-target.ts';
