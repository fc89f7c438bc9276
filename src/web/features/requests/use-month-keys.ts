import { addMonths, type Month } from '#domain/values/date.ts';
import { useShortcuts } from '#web/data/shortcuts.ts';

/** `[` goes to the month before, `]` to the month after, up to the newest. */
export const useMonthKeys = (month: Month, newest: Month, onChoose: (month: Month) => void): void =>
  useShortcuts({
    '[': () => onChoose(addMonths(month, -1)),
    ']': () => {
      if (month < newest) onChoose(addMonths(month, 1));
    },
  });
