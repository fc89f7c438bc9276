import { offlinePolicyName } from '#contract/core/offline.ts';
import { compact } from '#domain/values/compact.ts';

/** The circumstances of a response that decide its headers. */
export interface PolicyInput {
  readonly https: boolean;
}
export interface ContentPolicyOptions {
  /** `sha256-…` of the styles in the page, if there are any. */
  readonly styleHash?: string | undefined;
  /** The sites that may frame the page. */
  readonly frames?: readonly string[];
}
/**
 * The address for reports of blocked content. Only `report-uri` is set. Every browser supports it,
 * also on plain http, and some ignore both if `report-to` is set too.
 */
export const policyReportPath = '/policy-report';

/**
 * Makes the content security policy. It allows the server's own files and the styles in the page,
 * and lets only the given sites frame the page.
 */
export const makeContentPolicy = ({ styleHash, frames = [] }: ContentPolicyOptions = {}): string =>
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
    `trusted-types ${offlinePolicyName}`,
    `report-uri ${policyReportPath}`,
  ].join('; ');

/**
 * The policy of a picture that a reader opens alone. It allows its own fonts and their style rule.
 * Nothing runs or loads.
 */
export const picturePolicy: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
};

const unusedFeatures = [
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

/** Makes the headers of every response. */
export const makeSecurityHeaders = ({ https }: PolicyInput): Readonly<Record<string, string>> => ({
  'content-security-policy': makeContentPolicy(),
  'x-content-type-options': 'nosniff',
  // with `no-referrer`, browsers would send `Origin: null` from our own forms
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': unusedFeatures.map((name) => `${name}=()`).join(', '),
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  ...compact({
    'strict-transport-security': https ? 'max-age=31536000; includeSubDomains' : undefined,
  }),
});
