import {
  fromScenarioText,
  readScenario,
  toScenarioText,
  writeScenario,
  type OutlookScenario,
  type ScenarioWords,
} from '#domain/outlook/scenario/scenario.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { compact } from '#domain/values/compact.ts';

export type ScenarioChange = {
  readonly [K in keyof OutlookScenario]?: OutlookScenario[K] | undefined;
};

/** The scenario in the address of the page. */
export interface ScenarioAccess {
  /** Empty without a scenario, and where the address can't be read. */
  readonly words: ScenarioWords;
  readonly scenario: OutlookScenario;
  readonly isUnreadable: boolean;
  readonly change: (to: ScenarioChange) => void;
  readonly open: (text: string) => void;
  readonly reset: () => void;
}

/** Reads and writes the scenario of the outlook in the address. */
export function useScenario(): ScenarioAccess {
  const { view, change } = useViewState();
  const words = view.scenario === undefined ? {} : fromScenarioText(view.scenario);
  const scenario = readScenario(words ?? {}) ?? {};
  const open = (text: string): void => change({ scenario: text === '' ? undefined : text });
  return {
    words: words ?? {},
    scenario,
    isUnreadable: words === undefined,
    change: (to) => {
      const next = compact({ ...scenario, ...to }) as OutlookScenario;
      open(toScenarioText(writeScenario(next)));
    },
    open,
    reset: () => open(''),
  };
}
