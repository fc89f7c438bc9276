export { dataStatusTerms, illustrativeLabel, missingTerms, originTerms, verdictTerms } from './data.ts';
export {
  industryShortTerms,
  industryTerms,
  measureTerms,
  milestoneDateTerms,
  milestoneTerms,
  projectFieldTerms,
  qualifierTerms,
  siteModeTerms,
} from './field.ts';
export { projectName } from './project-name.ts';
export { prefectureTerms } from './prefecture.ts';
export { stageGroupTerms, stageTerms, statusTerms } from './stage.ts';
export { idOfWord, sameWords, type Terms, term, words } from './term.ts';
export { comparatorAfter, comparatorBefore } from './unit.ts';
