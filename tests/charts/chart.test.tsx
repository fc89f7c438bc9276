import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { describe, expect, it, vi } from 'vitest';
import { expectChoice } from '#charts/figure/drawings.ts';
import { charts } from '#charts/registry.ts';
import { Chart } from '#charts/figure/Chart.tsx';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';

const findMark = (container: HTMLElement): Element | null =>
  container.querySelector('.chart-live svg :is(path, circle)');
const figure = (): HTMLElement => screen.getByRole('img', { name: /./ });

describe('a figure', () => {
  it('draws itself with Recharts where the page brought no picture', async () => {
    const { container } = render(
      <Chart chart={charts.progress} overview={sampleOverview} language="en" />,
    );
    await waitFor(() => expect(findMark(container)).not.toBeNull());
    expect(container.querySelector('.chart-picture')).toBeNull();
    expect(figure().getAttribute('aria-label')).toContain('41 companies');
  });

  it('of stages without dots is whole in its first rendering, without Recharts', async () => {
    const [{ View }, { renderToStaticMarkup }] = await Promise.all([
      charts.pipeline.loadView(),
      import('react-dom/server'),
    ]);
    const draw = (overview: typeof sampleOverview): string => {
      const series = charts.pipeline.toSeries(overview, { language: 'en', options: {} });
      const [width, height] = [700, charts.pipeline.height(700, series)] as const;
      return renderToStaticMarkup(
        <View {...{ series, width, height, id: 'p', language: 'en', live: false }} />,
      );
    };
    const { strip } = sampleOverview;
    const groups = strip.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, dots: [] })),
    }));
    const markup = draw({ ...sampleOverview, strip: { ...strip, groups } });
    expect(markup).toMatch(/^<svg [^>]*width="700"/);
    expect(markup).toContain('>Established<');
    expect(draw(sampleOverview)).not.toContain('>Established<');
  });

  // seen to fail for a control: the first choice replaced the picture, and drew the chart anew
  it.each([
    ['uses it', (chart: Element) => fireEvent.focus(chart)],
    ['opens a control that changes its data', () => act(expectChoice)],
  ])(
    'keeps the server’s picture unchanged until the reader %s, then replaces it with no moment without a drawing',
    async (_name, use) => {
      const html = '<svg class="chart-340" data-from="server"><path d="M0 0"/></svg>';
      const container = document.createElement('div');
      document.body.append(container);
      const { renderToString } = await import('react-dom/server');
      const { DrawContext } = await import('#charts/figure/draw-context.ts');
      // pictures are promises; a settled one lets the server's render finish at once
      const ready = Object.assign(Promise.resolve(html), { status: 'fulfilled', value: html });
      container.innerHTML = renderToString(
        <DrawContext value={() => ready}>
          <Chart chart={charts.pipeline} overview={sampleOverview} language="zh-CN" />
        </DrawContext>,
      );
      const picture = container.querySelector('[data-from="server"]');
      expect(picture).not.toBeNull();
      const onError = vi.fn();
      const root = hydrateRoot(
        container,
        <Chart chart={charts.pipeline} overview={sampleOverview} language="zh-CN" />,
        { onRecoverableError: onError },
      );
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(container.querySelector('[data-from="server"]')).toBe(picture);
      expect(findMark(container)).toBeNull();
      let without = 0;
      const watch = new MutationObserver(() => {
        if (
          findMark(container) === null &&
          container.querySelector('[data-from="server"]') === null
        )
          without += 1;
      });
      watch.observe(container, { childList: true, subtree: true });
      use(container.querySelector('[role="img"]') ?? container);
      await waitFor(() => expect(findMark(container)).not.toBeNull());
      await waitFor(() => expect(container.querySelector('[data-from="server"]')).toBeNull());
      watch.disconnect();
      expect(without).toBe(0);
      expect(onError).not.toHaveBeenCalled();
      root.unmount();
      container.remove();
    },
  );

  it('is one tab stop: arrows move between values, Enter opens the project, Escape leaves', async () => {
    const open = vi.fn();
    render(
      <StrictMode>
        <Chart chart={charts.pipeline} overview={sampleOverview} language="en" onOpen={open} />
      </StrictMode>,
    );
    const stop = figure();
    stop.focus();
    expect(document.activeElement).toBe(stop);
    fireEvent.keyDown(stop, { key: 'ArrowRight' });
    expect(screen.getByRole('status').textContent).toContain('Project A07');
    expect(screen.getByRole('status').textContent).toContain('CN¥0.1bn');
    fireEvent.keyDown(stop, { key: 'Enter' });
    expect(open).toHaveBeenCalledWith('A07');
    fireEvent.keyDown(stop, { key: 'End' });
    fireEvent.keyDown(stop, { key: 'ArrowLeft' });
    expect(screen.getByRole('status').textContent).not.toContain('Project A07');
    fireEvent.keyDown(stop, { key: 'Escape' });
    expect(screen.getByRole('status').textContent).toBe('');
  });

  // seen to fail: each rendering read the style of the page, so the browser computed all styles
  it('measures its room when it is resized, not when its data change', () => {
    const { rerender } = render(
      <Chart chart={charts.pipeline} overview={sampleOverview} language="en" />,
    );
    const read = vi.spyOn(globalThis, 'getComputedStyle');
    const overview = { ...sampleOverview, strip: { ...sampleOverview.strip, groups: [] } };
    rerender(<Chart chart={charts.pipeline} overview={overview} language="en" />);
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
  });

  it('is not drawn again while the pointer or the page around it moves', async () => {
    const View = vi.fn(() => (
      <svg>
        <path d="M0 0" />
      </svg>
    ));
    const chart = { ...charts.pipeline, id: 'counted', loadView: async () => ({ View }) };
    const one = { chart, overview: sampleOverview, language: 'en' } as const;
    const { container, rerender } = render(<Chart {...one} />);
    await waitFor(() => expect(findMark(container)).not.toBeNull());
    const drawings = View.mock.calls.length;
    fireEvent.keyDown(figure(), { key: 'ArrowRight' });
    expect(screen.getByRole('status').textContent).toContain('Project A07');
    rerender(<Chart {...one} options={{}} onOpen={() => {}} />);
    expect(View).toHaveBeenCalledTimes(drawings);
    // a filter brings an overview of its own, in which this chart may have the same content
    rerender(<Chart {...one} overview={structuredClone(sampleOverview)} />);
    expect(View).toHaveBeenCalledTimes(drawings);
    const strip = { ...sampleOverview.strip, groups: sampleOverview.strip.groups.slice(1) };
    rerender(<Chart {...one} overview={{ ...sampleOverview, strip }} />);
    expect(View.mock.calls.length).toBeGreaterThan(drawings);
  });

  it('shows value, plan, gap and status of a month together', () => {
    render(
      <Chart
        chart={charts.progress}
        overview={sampleOverview}
        language="zh-CN"
        options={{ measure: 'companies', range: 'to_date' }}
      />,
    );
    fireEvent.keyDown(figure(), { key: 'End' });
    const text = screen.getByRole('status').textContent ?? '';
    for (const part of ['2021年3月', '41家', '19家', '+22', '示例']) expect(text).toContain(part);
  });

  it('continues to the checkpoints and the deadline, with plan and forecast together', () => {
    render(
      <Chart
        chart={charts.progress}
        overview={sampleOverview}
        language="en"
        options={{ measure: 'companies', range: 'to_target' }}
      />,
    );
    fireEvent.keyDown(figure(), { key: 'End' });
    const text = screen.getByRole('status').textContent ?? '';
    for (const part of ['31 December 2025', 'Plan to date200', 'Forecast184', '10–90%126–241'])
      expect(text).toContain(part);
  });

  it('draws new data in place of the picture or the older drawing', async () => {
    const { container, rerender } = render(
      <Chart
        chart={charts.progress}
        overview={sampleOverview}
        language="en"
        options={{ measure: 'companies', range: 'to_date' }}
      />,
    );
    await waitFor(() => expect(findMark(container)).not.toBeNull());
    rerender(
      <Chart
        chart={charts.progress}
        overview={sampleOverview}
        language="en"
        options={{ measure: 'jobs', range: 'to_date' }}
      />,
    );
    await waitFor(() => expect(container.textContent).toContain('1,010'));
  });
});
