/** Turns what the operator did into the key of an access, or says why it is none. */
import { isIin } from '../../../shared/domain/person/iin.ts';
import type { ScanInput, ScanSource } from '../../../shared/domain/scanning/scan-input.ts';
import { recognisePayload } from '../../../shared/domain/scanning/recognise-payload.ts';
import { ShortCode } from '../../../shared/domain/scanning/short-code.ts';
import { withoutSeparators } from '../../../shared/domain/scanning/typed-digits.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import type { AccessKey, DocumentAccess } from '../../ports/checking/document-access.ts';
import type { Expectation, Refusal } from './evidence.ts';

export interface PresentedAccess {
  channel: AccessKey['channel'];
  source: ScanSource;
  /** What is hashed into the journal; kept nowhere else. */
  payload: string;
  request: { state: 'ask'; key: AccessKey; expectation: Expectation } | { state: 'refused'; refusal: Refusal };
}

export interface PresentationRules {
  qrPrefixes: readonly string[];
  documents: Pick<DocumentAccess, 'shortCodeNeedsIin'>;
  /** What this desk asked the citizen to consent to; undefined for a consent it never asked for. */
  consentOf(requestId: string): { iin: string; documentType: string } | undefined;
}

const NOTHING_EXPECTED: Expectation = { documentType: null, presenterIin: null };
const refused = (code: Refusal['code']): PresentedAccess['request'] => ({ state: 'refused', refusal: { code, detail: null } });

export function presentedAccess(input: ScanInput, rules: PresentationRules): PresentedAccess {
  switch (input.kind) {
    case 'code':
      return { channel: 'qr', source: input.source, payload: input.payload, request: requestByQr(input.payload, rules) };
    case 'short-code': {
      const code = withoutSeparators(input.code);
      const iin = input.iin === null ? null : withoutSeparators(input.iin);
      return { channel: 'short-code', source: 'typed', payload: code, request: requestByShortCode(code, iin, rules) };
    }
    case 'consent':
      return { channel: 'sms-consent', source: 'typed', payload: input.requestId, request: requestByConsent(input.requestId, rules) };
    default:
      return assertNever(input);
  }
}

function requestByQr(payload: string, rules: PresentationRules): PresentedAccess['request'] {
  const recognised = recognisePayload(payload, rules.qrPrefixes);
  if (recognised.kind === 'foreign') return refused(recognised.code);
  if (recognised.kind === 'damaged-access') return refused('access-unknown');
  return { state: 'ask', key: { channel: 'qr', token: recognised.token }, expectation: NOTHING_EXPECTED };
}

function requestByShortCode(code: string, iin: string | null, rules: PresentationRules): PresentedAccess['request'] {
  if (!ShortCode.safeParse(code).success) return refused('code-malformed');
  if (!rules.documents.shortCodeNeedsIin) return { state: 'ask', key: { channel: 'short-code', code, iin: null }, expectation: NOTHING_EXPECTED };
  if (iin === null || iin === '') return refused('iin-required');
  if (!isIin(iin)) return refused('iin-malformed');
  return { state: 'ask', key: { channel: 'short-code', code, iin }, expectation: { documentType: null, presenterIin: iin } };
}

function requestByConsent(requestId: string, rules: PresentationRules): PresentedAccess['request'] {
  const consent = rules.consentOf(requestId);
  if (consent === undefined) return refused('access-unknown');
  return {
    state: 'ask',
    key: { channel: 'sms-consent', requestId },
    expectation: { documentType: consent.documentType, presenterIin: consent.iin },
  };
}
