import { compact } from '#domain/values/compact.ts';
import type { ImportDoubt, ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { Language } from '#domain/values/language.ts';
import { columnLetter } from '#server/imports/read/table.ts';
import { cutText } from '#server/imports/read/cell-text.ts';
import { limits } from '#server/imports/read/limits.ts';
import { findSheetPlace, type SheetPart } from '#server/imports/structure/join-sheets.ts';
import {
  formatKind,
  formatMessage,
  type MessageKey,
  type MessageValues,
} from '#server/imports/labels/messages.ts';

export interface Place {
  readonly row?: number;
  readonly index?: number;
  readonly header?: string;
  readonly value?: string;
}

/** Collects problems of single cells and rows. Keeps the first 500 and counts the rest. */
export class Problems {
  private readonly list: {
    readonly key: MessageKey;
    readonly values: MessageValues;
    readonly place: Omit<ImportDoubt, 'message' | 'kind'>;
  }[] = [];
  private readonly counts = new Map<MessageKey, number>();
  private readonly file: string;
  private readonly sheet: string | undefined;
  private readonly parts: readonly SheetPart[];
  /** @param parts - the sheets that are read as one register; empty for a single sheet */
  constructor(file: string, sheet: string | undefined, parts: readonly SheetPart[] = []) {
    this.file = file;
    this.sheet = sheet;
    this.parts = parts;
  }

  private locate(row: number | undefined): Pick<Place, 'row'> & { readonly sheet?: string } {
    const of = row === undefined ? undefined : findSheetPlace(this.parts, row);
    return of ?? compact({ sheet: this.sheet, row });
  }

  /** Adds a doubt about a place of the file. Doubts beyond the limit are counted only. */
  add(key: MessageKey, place: Place = {}, values: MessageValues = {}): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    if (this.list.length >= limits.problems) return;
    const column =
      place.index === undefined
        ? place.header
        : `${columnLetter(place.index)}${place.header ? ` ${place.header}` : ''}`;
    this.list.push({
      key,
      values,
      place: {
        file: this.file,
        ...this.locate(place.row),
        ...compact({
          column,
          value:
            place.value === undefined ? undefined : cutText(place.value, limits.nameCharacters),
        }),
      },
    });
  }

  /** Lists the kept problems in a reader's language, in the order of their discovery. */
  all(language: Language): ImportDoubt[] {
    return this.list.map(({ key, values, place }) => ({
      ...place,
      kind: key,
      message: formatMessage(key, language, values),
    }));
  }
  /** Counts the problems of each kind, the most frequent kind first. */
  counted(language: Language): ImportPreview['doubts'] {
    return [...this.counts]
      .map(([kind, count]) => ({ kind, count, title: formatKind(kind, language) }))
      .sort((a, b) => b.count - a.count);
  }
}
