import * as displayStyles from './display.module.css';

/** Stroke paths on a canvas of 16 × 16. */
const paths = {
  download: 'M8 2v8m0 0 3-3m-3 3L5 7M2.5 12.5v1h11v-1',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.3-1.2 3.2 3.2',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5v3m5-3v3',
  left: 'M9.5 4.5 6 8l3.5 3.5',
  right: 'M6.5 4.5 10 8l-3.5 3.5',
  down: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  image: 'M2.5 3h11v10h-11zm0 7.5 3-3 3 3 2-2 3 3',
  vector: 'M3 13 13 3M3 13h3.5M3 13V9.5M11 2.5h2.5V5',
  document: 'M4 2h5l3 3v9H4zm5 0v3h3',
  table: 'M2.5 3h11v10h-11zm0 3.5h11m-11 3.2h11M6.5 3v10',
  chart: 'M2.5 13.5h11M4 11l3-4 2.5 2.5L13 4',
  link: 'M7 9a2.6 2.6 0 0 0 3.8.2l1.9-1.9a2.6 2.6 0 0 0-3.7-3.7L8 4.6M9 7a2.6 2.6 0 0 0-3.8-.2L3.3 8.7A2.6 2.6 0 0 0 7 12.4l1-1',
  menu: 'M2.5 4.5h11m-11 3.5h11m-11 3.5h11',
  close: 'm4 4 8 8m0-8-8 8',
  check: 'm3.2 8.4 3 3 6.6-6.8',
  send: 'M13.5 2.5 2.5 7l4.5 2 2 4.5zM7 9l3-3',
  print: 'M4.5 6V2.5h7V6M4.5 12h-2V6h11v6h-2M4.5 9.5h7v4h-7z',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.3v3.6M8 5.2h.01',
} as const;
export type IconName = keyof typeof paths;

/** A line icon in the colour of its text, hidden from screen readers. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg
    className={displayStyles.icon}
    width="16"
    height="16"
    viewBox="0 0 16 16"
    aria-hidden="true"
    focusable="false"
  >
    <path d={paths[name]} strokeWidth={name === 'more' ? 2.4 : undefined} />
  </svg>
);
