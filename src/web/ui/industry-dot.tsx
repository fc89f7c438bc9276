import type { Industry } from '#domain/zone.ts';

/** The mark of an industry: a dot in its fixed colour, a ring for services; dashed where it is not known. */
export const IndustryDot = ({ colour }: { readonly colour: Industry['colour'] | undefined }) => (
  <svg className="dot" width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
    {colour === undefined ? (
      <circle cx="5.5" cy="5.5" r="4.3" fill="none" stroke="var(--ink-3)" strokeWidth="1.6" strokeDasharray="2.4 1.8" />
    ) : colour === 'services' ? (
      <circle cx="5.5" cy="5.5" r="4.3" fill="none" stroke="var(--ind-services)" strokeWidth="1.8" />
    ) : (
      <circle cx="5.5" cy="5.5" r="4.6" fill={`var(--ind-${colour})`} />
    )}
  </svg>
);
