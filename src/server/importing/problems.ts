import type { ProblemDetail } from '#contract/problem.ts';
import type { Language } from '#domain/language.ts';
import { columnLetter } from './files/table.ts';
import { cutText } from './cells/text.ts';
import { limits } from './limits.ts';
import { message, type MessageKey, type MessageValues } from './messages.ts';

export interface Place {
  readonly row?: number;
  readonly index?: number;
  readonly header?: string;
  readonly value?: string;
}

/** Collects what is wrong with single cells and rows; keeps the first 500 and counts the rest. */
export class Problems {
  private readonly list: { readonly key: MessageKey; readonly values: MessageValues; readonly place: Omit<ProblemDetail, 'message'> }[] =
    [];
  private more = 0;
  private readonly file: string;
  private readonly sheet: string | undefined;
  constructor(file: string, sheet: string | undefined) {
    this.file = file;
    this.sheet = sheet;
  }

  add(key: MessageKey, place: Place = {}, values: MessageValues = {}): void {
    if (this.list.length >= limits.problems) {
      this.more += 1;
      return;
    }
    const column = place.index === undefined ? place.header : `${columnLetter(place.index)}${place.header ? ` ${place.header}` : ''}`;
    this.list.push({
      key,
      values,
      place: {
        file: this.file,
        ...(this.sheet === undefined ? {} : { sheet: this.sheet }),
        ...(place.row === undefined ? {} : { row: place.row }),
        ...(column === undefined ? {} : { column }),
        ...(place.value === undefined ? {} : { value: cutText(place.value, 120) }),
      },
    });
  }

  /** In a reader's language. */
  all(language: Language): ProblemDetail[] {
    const said = this.list.map(({ key, values, place }) => ({ ...place, message: message(key, language, values) }));
    return this.more === 0 ? said : [...said, { file: this.file, message: message('more_problems', language, { count: this.more }) }];
  }
}
