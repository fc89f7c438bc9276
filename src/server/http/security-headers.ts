import { compact } from '#domain/values/compact.ts';
export interface PolicyInput {
  /** `sha256-…` of the inlined stylesheet, when there is one. */
  readonly styleHash?: string;
  readonly https: boolean;
}
/**
 * Where browsers tell what a page tried that its policy forbids. `report-uri` alone: every browser
 * knows it, on plain http too; where `report-to` stands beside it, some heed neither.
 */
export const policyReportPath = '/policy-report';

/**
 * The content security policy: nothing but our own files, and that one stylesheet; shown in frames
 * of these sites only.
 */
export const contentPolicy = (
  styleHash: string | undefined,
  frames: readonly string[] = [],
): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${styleHash === undefined ? '' : ` '${styleHash}'`}`,
    "connect-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frames.length === 0 ? "'none'" : frames.join(' ')}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    `report-uri ${policyReportPath}`,
  ].join('; ');

/**
 * The policy of a picture that is looked at by itself: its own fonts and their one rule, and
 * nothing else. It runs nothing and asks for nothing.
 */
export const picturePolicy: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
};

const unused = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
  'xr-spatial-tracking',
];

/** Headers of every answer, whatever its route and status. */
export const securityHeaders = ({
  styleHash,
  https,
}: PolicyInput): Readonly<Record<string, string>> => ({
  'content-security-policy': contentPolicy(styleHash),
  'x-content-type-options': 'nosniff',
  // not no-referrer: with that, browsers send `Origin: null` from our own forms
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': unused.map((name) => `${name}=()`).join(', '),
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  ...compact({
    'strict-transport-security': https ? 'max-age=31536000; includeSubDomains' : undefined,
  }),
});
