import type { Section } from '../entry.ts';

const host = { host: 'text' } as const;
const hostAndIssuer = { host: 'text', issuer: 'text' } as const;
const sentence = 'A sentence about one host, for IT. host: its name.';
const cell = 'A cell in a table of hosts.';

/** The check of the network, for IT. */
export const network = {
  'network.title': {
    english: 'Network check: what a sign-in needs, as seen from this Mac',
    note: 'Heading above a table of hosts.',
  },
  'network.all-good': {
    english: 'Every host can be reached, and nothing is in the way.',
    note: 'In the place of sentences about single hosts.',
  },
  'network.not-allowed': {
    english: 'Your organization has switched the network check off.',
    note: 'In place of the table of hosts.',
  },
  'network.host': { english: 'Host', note: 'Head of a column.' },
  'network.result': { english: 'Result', note: 'Head of a column.' },
  'network.proxy': { english: 'Proxy', note: 'Head of a column.' },
  'network.issuer': { english: 'Certificate by', note: 'Head of a column: who has issued the certificate.' },
  'network.inspection': { english: 'TLS inspection', note: 'Head of a column: whether it is allowed.' },

  'network.proxy.used': { english: '{name}', note: `${cell} The name of a proxy.`, takes: { name: 'text' } },
  'network.proxy.none': { english: 'none', note: cell },
  'network.proxy.unknown': { english: 'unknown', note: cell },
  'network.inspection.never': { english: 'never', note: `${cell} TLS inspection must never be done here.` },
  'network.inspection.tolerated': {
    english: 'from macOS {version}',
    note: `${cell} TLS inspection does no harm from this version on.`,
    takes: { version: 'text' },
  },
  'network.inspection.unsaid': { english: 'not said', note: `${cell} No source says anything.` },
  'network.issuer.named': { english: '{name}', note: `${cell} An organisation.`, takes: { name: 'text' } },
  'network.no-issuer': { english: '–', note: `${cell} No certificate was seen.` },
  'network.issuer.unnamed': {
    english: '(no name)',
    note: `${cell} The certificate does not name its issuer.`,
  },
  'network.issuer.common-name': {
    english: '(no organisation) {name}',
    note: `${cell} The issuer has a name, but no organisation.`,
    takes: { name: 'text' },
  },

  'network.in-order': { english: 'in order', note: cell },
  'network.other-issuer': { english: 'in order, other issuer', note: cell },
  'network.unknown-issuer': { english: 'unknown issuer', note: cell },
  'network.inspected': { english: 'inspected', note: `${cell} Something opens the encrypted connection.` },
  'network.untrusted': { english: 'not trusted', note: `${cell} The certificate is not trusted.` },
  'network.expired': { english: 'expired', note: `${cell} The certificate has expired.` },
  'network.not-yet-valid': { english: 'not yet valid', note: `${cell} The certificate.` },
  'network.wrong-host': { english: 'wrong host', note: `${cell} The certificate is of another host.` },
  'network.unreachable': { english: 'unreachable', note: cell },
  'network.not-checked': { english: 'not checked', note: cell },

  'network.other-issuer.it': {
    english: '{host}: the certificate is by {issuer}, a public issuer, though not the usual one.',
    note: sentence,
    takes: hostAndIssuer,
  },
  'network.unknown-issuer.it': {
    english: '{host}: whether {issuer} is a public issuer or a proxy that inspects is not known.',
    note: sentence,
    takes: hostAndIssuer,
  },
  'network.inspected.never': {
    english:
      '{host}: the certificate is by {issuer}, which only this Mac trusts, so something inspects the connection. This host has to be exempt: sign-ins fail by it, often only at times.',
    note: sentence,
    takes: hostAndIssuer,
  },
  'network.inspected.tolerated': {
    english:
      '{host}: the certificate is by {issuer}, which only this Mac trusts, so something inspects the connection. This is tolerated from macOS {version} on, but not with Platform SSO.',
    note: sentence,
    takes: { ...hostAndIssuer, version: 'text' },
  },
  'network.inspected.unsaid': {
    english:
      '{host}: the certificate is by {issuer}, which only this Mac trusts, so something inspects the connection. Microsoft does not say whether that does harm.',
    note: sentence,
    takes: hostAndIssuer,
  },
  'network.untrusted.it': {
    english:
      '{host}: this Mac does not trust the certificate by {issuer}. A proxy that inspects without its root on this Mac does that, and so does a network that wants a sign-in of its own.',
    note: sentence,
    takes: hostAndIssuer,
  },
  'network.expired.it': {
    english: '{host}: the certificate by {issuer} was valid until {at}. Is the clock of this Mac right?',
    note: sentence,
    takes: { ...hostAndIssuer, at: 'instant' },
  },
  'network.not-yet-valid.it': {
    english: '{host}: the certificate by {issuer} is valid from {at} on. Is the clock of this Mac right?',
    note: sentence,
    takes: { ...hostAndIssuer, at: 'instant' },
  },
  'network.wrong-host.it': {
    english:
      '{host}: the certificate is for {subject}. The name leads elsewhere, or a proxy or a network with a sign-in of its own answers in its stead.',
    note: `${sentence} subject: the host in the certificate.`,
    takes: { host: 'text', subject: 'text' },
  },
  'network.unreachable.it': {
    english: '{host}: {why} ({code}).',
    note: `${sentence} why: one of the messages network.why. code: the name of the error.`,
    takes: { host: 'text', why: 'message', code: 'text' },
  },
  'network.not-checked.it': {
    english: '{host}: the check ended before there was an answer.',
    note: sentence,
    takes: host,
  },
  'network.maybe': {
    english: '{sentence} (likely, not certain)',
    note: 'After a sentence about a host that may be wrong.',
    takes: { sentence: 'message' },
  },

  'network.why.no-such-name': { english: 'its name was not found', note: 'Why a host is unreachable.' },
  'network.why.refused': { english: 'it refuses the connection', note: 'Why a host is unreachable.' },
  'network.why.time-limit': { english: 'it did not answer in time', note: 'Why a host is unreachable.' },
  'network.why.broken-off': { english: 'the connection was broken off', note: 'Why a host is unreachable.' },
  'network.why.no-network': {
    english: 'there is no network that leads to it',
    note: 'Why a host is unreachable.',
  },
  'network.why.proxy': { english: 'the proxy does not let it through', note: 'Why a host is unreachable.' },
  'network.why.encryption': {
    english: 'no encrypted connection came about',
    note: 'Why a host is unreachable.',
  },
  'network.why.other': { english: 'it cannot be reached', note: 'Why a host is unreachable.' },
} as const satisfies Section;
