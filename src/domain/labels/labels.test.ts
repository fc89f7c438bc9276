import { describe, expect, it } from 'vitest';
import { dataStatuses, missingReasons } from '#domain/values/data-status.ts';
import { evidenceTypes } from '#domain/projects/evidence.ts';
import { unusedRowReasons } from '#domain/changes/unused-rows.ts';
import { comparators } from '#domain/zone/indicator.ts';
import { issueFields, severities } from '#domain/projects/issue.ts';
import { languages } from '#domain/values/language.ts';
import { qualifiers } from '#domain/values/money.ts';
import { moveKinds } from '#domain/changes/moves.ts';
import { verdictValues } from '#domain/targets/target-row.ts';
import { agreementTypes, measures, milestoneTypes } from '#domain/projects/project.ts';
import { reasonCodes } from '#domain/projects/reason.ts';
import { stages, statuses } from '#domain/projects/stage.ts';
import * as terms from './index.ts';

const tables: Readonly<Record<string, readonly [terms.Terms, readonly string[]]>> = {
  stages: [terms.stageTerms, [...stages, 'unknown']],
  statuses: [terms.statusTerms, statuses],
  'reasons of unused rows': [terms.unusedRowTerms, unusedRowReasons],
  'ways to change': [terms.moveTerms, moveKinds],
  'data statuses': [terms.dataStatusTerms, dataStatuses],
  'missing reasons': [terms.missingTerms, missingReasons],
  verdicts: [terms.verdictTerms, verdictValues],
  measures: [terms.measureTerms, measures],
  milestones: [terms.milestoneTerms, milestoneTypes],
  qualifiers: [terms.qualifierTerms, qualifiers],
  severities: [terms.severityTerms, severities],
  'parts of an issue': [terms.issueFieldTerms, issueFields],
  proofs: [terms.proofTerms, stages],
  'file kinds': [terms.evidenceTypeTerms, evidenceTypes],
  reasons: [terms.reasonTerms, reasonCodes],
  agreements: [terms.agreementTerms, agreementTypes],
};

describe('the terms', () => {
  it.each(Object.entries(tables))(
    'name all %s in three languages, no two equal',
    (_name, [table, ids]) => {
      for (const language of languages) {
        const words = ids.map((id) => terms.term(table, id, language));
        expect(words.every((word, i) => word !== '' && Object.hasOwn(table, ids[i] ?? ''))).toBe(
          true,
        );
        expect(new Set(words).size).toBe(ids.length);
      }
    },
  );
  it('the terms have the 47 prefectures in the characters of each language', () => {
    expect(Object.keys(terms.prefectureTerms)).toHaveLength(47);
    expect(languages.map((l) => terms.term(terms.prefectureTerms, '36', l))).toEqual([
      '德岛县',
      '徳島県',
      'Tokushima',
    ]);
    expect(terms.idOfWord(terms.prefectureTerms, '和歌山県')).toBe('30');
  });
  it('the terms never write more than as 以上', () => {
    for (const comparator of comparators.filter((c) => c === '>' || c === '<')) {
      for (const language of languages)
        expect(
          terms.term(terms.comparatorBefore, comparator, language) +
            terms.term(terms.comparatorAfter, comparator, language),
        ).not.toContain('以');
    }
  });
  it('the terms have no triangle, which means minus in Japanese tables', () =>
    expect(JSON.stringify(terms)).not.toMatch(/[▲△▼▽]/));
  it('a word that no table has is unchanged, even a name of an object property', () => {
    expect([
      terms.term(terms.stageTerms, 'Piloto 1', 'ja'),
      terms.term(terms.stageTerms, 'constructor', 'ja'),
    ]).toEqual(['Piloto 1', 'constructor']);
  });
});
