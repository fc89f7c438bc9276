import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { languages } from '#domain/values/language.ts';
import { figureLabels } from '#web/figures/labels/index.ts';
import { ListFiles } from '#web/features/links/view/projects-body.tsx';
import { ExportItems } from '#web/layout/bar/export-menu.tsx';
import { charts } from '#charts/registry.ts';
import { FigureMenu } from '#web/figures/figure-menu.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const link = { id: 'abcdefghijklmnop', exports: 'data' } as SharedPayload['link'];
const places = [
  [
    'the menu of a figure',
    () => <FigureMenu chart={charts.targets} title="Targets" options={{}} example={false} />,
  ],
  ['the menu of the page', () => <ExportItems done={() => undefined} />],
  ['the list of a shared link', () => <ListFiles link={link} />],
] as const;

test.each(
  places.flatMap(([place, Page]) => languages.map((language) => [place, language, Page] as const)),
)(
  '%s in %s offers the CSV that is safe in a spreadsheet first, the exact one for programs second',
  async (_place, language, Page) => {
    await mountPage(Page, { address: '/', language });
    screen.queryByRole('button', { expanded: false })?.click();
    const t = figureLabels[language];
    const links = await screen.findAllByRole('link', { name: /CSV/ });
    // the description of the data names the CSV too
    const files = links.filter((one) => one.getAttribute('href')?.includes('datapackage') !== true);
    const offers = files.map((offer) => [
      offer.textContent?.match(/CSV.*?(?:Excel|programs|）)/)?.[0],
      offer.getAttribute('href')?.includes('csv=excel'),
    ]);
    const kind = (text: string): string | undefined =>
      /CSV.*?(?:Excel|programs|）)/.exec(text)?.[0];
    expect(offers).toEqual([
      [kind(t.csv_excel), true],
      [kind(t.csv_programs), false],
    ]);
  },
);
