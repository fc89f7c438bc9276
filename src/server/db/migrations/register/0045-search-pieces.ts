import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * The pieces of the search texts that any version of a project has, by which a search finds the few
 * projects to compare. `text_hash` identifies a text of a project.
 */
export const searchPieces = (t: ColumnTypes): readonly string[] =>
  t.hasFullText
    ? [
        `create virtual table search_piece using fts5 (origin unindexed, code unindexed, text_hash unindexed, pieces,
          content = '', contentless_unindexed = 1, detail = none, columnsize = 0, tokenize = 'ascii')`,
      ]
    : [
        `create table search_piece (id bigint generated always as identity primary key, origin ${t.text} not null,
          code ${t.text} not null, text_hash ${t.integer} not null, pieces integer[] not null)`,
        'create index search_piece_pieces on search_piece using gin (pieces)',
      ];
