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
  private readonly list: ProblemDetail[] = [];
  private more = 0;
  private readonly file: string;
  private readonly sheet: string | undefined;
  readonly language: Language;
  constructor(file: string, sheet: string | undefined, language: Language) {
    this.file = file;
    this.sheet = sheet;
    this.language = language;
  }

  add(key: MessageKey, place: Place = {}, values: MessageValues = {}): void {
    if (this.list.length >= limits.problems) {
      this.more += 1;
      return;
    }
    const column = place.index === undefined ? place.header : `${columnLetter(place.index)}${place.header ? ` ${place.header}` : ''}`;
    this.list.push({
      file: this.file,
      ...(this.sheet === undefined ? {} : { sheet: this.sheet }),
      ...(place.row === undefined ? {} : { row: place.row }),
      ...(column === undefined ? {} : { column }),
      ...(place.value === undefined ? {} : { value: cutText(place.value, 120) }),
      message: message(key, this.language, values),
    });
  }

  all(): ProblemDetail[] {
    return this.more === 0
      ? this.list
      : [...this.list, { file: this.file, message: message('more_problems', this.language, { count: this.more }) }];
  }
}
