// F4, F5, F6 and F10: recipes with an expected result besides a refusal; bad-input.ts sends their
// values to every field.
import { openApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { shapeRecipes } from './shapes.ts';
import { textRecipes } from './texts.ts';
import { outcome, type ReliabilityTest } from '../setup/reliability-test.ts';
import { tryAll } from './numbered-case.ts';
import { dayRecipes } from './days.ts';
import { numberRecipes } from './numbers.ts';

const recipes = [...numberRecipes, ...dayRecipes, ...textRecipes, ...shapeRecipes];
/** The numbers of each family with an expected result of their own. */
export const numbersAnswered: Readonly<Record<string, ReadonlySet<string>>> = {
  F4: new Set(numberRecipes.map(({ id }) => id)),
  F5: new Set(dayRecipes.map(({ id }) => id)),
  F6: new Set(textRecipes.map(({ id }) => id)),
  F10: new Set(shapeRecipes.map(({ id }) => id)),
};

export const valueTest: ReliabilityTest = {
  id: 'R-72 F4 F5 F6 F10',
  title: 'recipes of numbers, days, characters and shapes that have an answer of their own',
  async run(runOptions) {
    const faults: string[] = [];
    for (const engine of runOptions.share < 1 ? engines.slice(0, 1) : engines) {
      const api = await openApi(engine);
      faults.push(...(await tryAll(recipes, api)).map((fault) => `${engine.name} ${fault}`));
      await api.close();
    }
    return outcome(`${recipes.length} recipes`, faults);
  },
};
