/** The times of one read on one store. */
export interface GrowthLine {
  readonly store: string;
  readonly label: string;
  readonly points: readonly { readonly projects: number; readonly ms: number }[];
}
const size = { width: 1130, height: 440 };
const panel = { width: 330, height: 340, top: 50, left: 60, gap: 60 };
const styles = [
  ['#1f6f8b', ''],
  ['#8a3b12', '6 3'],
  ['#5b3f8c', ''],
  ['#2f6b2f', '2 3'],
  ['#96690a', '8 3 2 3'],
  ['#8c1f4f', ''],
  ['#1b4f9c', '6 3'],
  ['#444444', '2 3'],
] as const;

const writeText = (x: number, y: number, content: string, anchor = 'start'): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}">${content}</text>`;
const stroke = (index: number): string => {
  const [colour, dashes] = styles[index] ?? styles[0];
  return `fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"`;
};

/** A logarithmic axis over whole powers of ten. */
interface Axis {
  readonly powers: readonly number[];
  /** The share of the axis before a value. */
  readonly place: (value: number) => number;
}
function makeAxis(values: readonly number[]): Axis {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    powers: Array.from({ length: last - first + 1 }, (_, i) => 10 ** (first + i)),
    place: (value) => (Math.log10(value) - first) / (last - first),
  };
}
interface Frame {
  readonly left: number;
  readonly x: (projects: number) => number;
  readonly y: (ms: number) => number;
}
function drawGrid({ left, x, y }: Frame, columns: Axis, rows: Axis): string {
  const bottom = panel.top + panel.height;
  return [
    ...columns.powers.map(
      (projects) =>
        `<path d="M${x(projects)} ${panel.top}V${bottom}" stroke="#ddd"/>` +
        writeText(x(projects), bottom + 18, projects.toLocaleString('en'), 'middle'),
    ),
    ...rows.powers.map(
      (ms) =>
        `<path d="M${left} ${y(ms)}h${panel.width}" stroke="#ddd"/>` +
        writeText(left - 6, y(ms) + 4, ms.toLocaleString('en'), 'end'),
    ),
  ].join('');
}
const drawLine = ({ x, y }: Frame, { points }: GrowthLine, index: number): string =>
  `<polyline points="${points.map(({ projects, ms }) => `${x(projects)},${y(ms)}`).join(' ')}" ${stroke(index)}/>`;
function drawLegend(left: number, labels: readonly string[]): string {
  return labels
    .map((label, index) => {
      const top = panel.top + 20 + index * 26;
      return `<path d="M${left} ${top}h34" ${stroke(index)}/>${writeText(left + 42, top + 4, label)}`;
    })
    .join('');
}

/** Draws the lines of all stores on equal logarithmic axes, a panel for each store. @returns SVG */
export function drawGrowth(lines: readonly GrowthLine[]): string {
  const points = lines.flatMap((line) => line.points);
  const columns = makeAxis(points.map(({ projects }) => projects));
  const rows = makeAxis(points.map(({ ms }) => ms));
  const labels = [...new Set(lines.map(({ label }) => label))];
  const stores = [...new Set(lines.map(({ store }) => store))];
  const panels = stores.map((store, index) => {
    const left = panel.left + index * (panel.width + panel.gap);
    const frame: Frame = {
      left,
      x: (projects) => Math.round(left + columns.place(projects) * panel.width),
      y: (ms) => Math.round(panel.top + (1 - rows.place(ms)) * panel.height),
    };
    const paths = lines
      .filter((line) => line.store === store)
      .map((line) => drawLine(frame, line, labels.indexOf(line.label)));
    const title = writeText(left, panel.top - 16, `${store}: milliseconds by number of projects`);
    return title + drawGrid(frame, columns, rows) + paths.join('');
  });
  const legend = drawLegend(panel.left + stores.length * (panel.width + panel.gap) - 20, labels);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" font-family="Inter, Arial, sans-serif" font-size="12" fill="#222"><rect width="${size.width}" height="${size.height}" fill="#fff"/>${panels.join('')}${legend}</svg>\n`;
}
