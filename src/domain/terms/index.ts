export { exportName, zoneFieldNames } from './audit.ts';
export { basisTerms, coveredName } from './basis.ts';
export { baselineKindTerms, planPathTerms } from './plan.ts';
export { authorWords, changeWords } from './change.ts';
export { dataStatusTerms, figureStatus, illustrativeLabel, missingTerms, registerSource, verdictTerms } from './data.ts';
export {
  agreementTerms,
  builtInIndustry,
  industryShortTerms,
  industryTerms,
  measureTerms,
  milestoneDateTerms,
  milestoneTerms,
  projectFieldTerms,
  siteModeTerms,
} from './field.ts';
export { importRowsText, unusedRowsText, unusedRowTerms } from './import-rows.ts';
export { bandRecordTerm, bandTerm, furtherTerm, refusalTerms } from './forecast.ts';
export { evidenceTypeTerms, issueFieldTerms, proofTerms, severityTerms } from './issue.ts';
export { moveCountsText, moveTerms } from './moves.ts';
export { projectName, shortProjectName } from './project-name.ts';
export { prefectureTerms } from './prefecture.ts';
export { qualifierTerms } from './qualifier.ts';
export { replanText } from './replan.ts';
export { notComparableBefore, notKnownBefore, registerNotes, undatedProjects } from './register-days.ts';
export { reasonTerms } from './reason.ts';
export { stageGroupTerms, stageTerms, stageWord, statusTerms, zoneStageTerms } from './stage.ts';
export { idOfWord, sameWords, type Terms, term, words } from './term.ts';
export { comparatorAfter, comparatorBefore } from './unit.ts';
