import type { JudgedHost, NetworkCheck } from '../../assess/network/judge.ts';
import type { CertificateFacts } from '../../assess/network/observation.ts';
import { networkSentence } from '../../words/network-words.ts';
import { type Speech, say } from '../../words/speech.ts';

/**
 * What `vigil check-network --json` prints, stable within a schema number. Times are ISO 8601 UTC; what is not known is
 * null. Ids stay, sentences may be worded better.
 */
export function jsonOf(speech: Speech, { checkedAt, hosts }: NetworkCheck, vigilVersion: string) {
  return {
    schema: 1,
    vigilVersion,
    checkedAt: iso(checkedAt),
    hosts: hosts.map((judged) => hostJson(speech, judged, checkedAt)),
  };
}

function hostJson(speech: Speech, judged: JudgedHost, checkedAt: number) {
  const { host, observation, verdict, rating, confidence } = judged;
  const { answer, proxy, certificate, tookMs } = observation;
  const sentence = networkSentence(judged);
  return {
    host: host.host,
    purpose: host.purpose,
    needed: host.needed,
    inspection: host.inspection.rule,
    inspectionFromMacOs: host.inspection.rule === 'tolerated' ? host.inspection.fromMacOs : null,
    verdict,
    rating,
    confidence,
    text: sentence && say(speech, sentence, checkedAt),
    status: answer.kind === 'answered' ? answer.status : null,
    failure: answer.kind === 'failed' ? { why: answer.why, code: answer.code } : null,
    proxy: proxy.kind === 'proxy' ? proxy.name : proxy.kind,
    certificate: certificate && certificateJson(certificate),
    tookMs,
  };
}

function certificateJson({ validFrom, validTo, ...facts }: CertificateFacts) {
  return { ...facts, validFrom: iso(validFrom), validTo: iso(validTo) };
}

function iso(at: number): string | null {
  return Number.isFinite(at) ? new Date(at).toISOString() : null;
}
