/**
 * The WS-Security signature of a SOAP envelope (SOAP Message Security 1.1): exactly one, over exactly the Body that will be
 * used and over the Timestamp if there is one. Whatever else calls itself Body, Security or by the signed identifier is a forgery.
 */
import { failed, type Finding, passed } from '../../answer/layers.ts';
import { CLOCK_SKEW_MS } from '../../limits.ts';
import { checkSignature, type KnownAbout, type SignatureCheck } from '../check-signatures.ts';
import { instantOf } from '../date-time.ts';
import { DSIG, SOAP_11, SOAP_12, WSSE, WSU } from '../names.ts';
import type { SignedPart } from '../verify-references.ts';
import { attributeOf, childElements, childText, type XmlDocument, type XmlElement } from '../syntax/xml-tree.ts';

/** wsu:Timestamp (10) as it was signed: for whoever receives the message to hold against the clock. */
export interface MessageTimes {
  created: Date | null;
  expires: Date | null;
}

export type OpenedEnvelope =
  | { is: 'unsigned' }
  | {
      is: 'checked';
      /** Intact only if the Body was signed. */
      check: SignatureCheck;
      /** The Body as it was signed; null unless the check is intact. */
      body: SignedPart | null;
      /** Null where the message has none. */
      times: MessageTimes | null;
    };

const isOf = (element: XmlElement, namespace: string, localName: string): boolean =>
  element.namespace === namespace && element.localName === localName;

export const isEnvelope = ({ root }: XmlDocument): boolean => isOf(root, SOAP_11, 'Envelope') || isOf(root, SOAP_12, 'Envelope');

/** The receiver a header may name as its own besides none (SOAP 1.2 part 1, 2.2). */
const ULTIMATE_RECEIVER = `${SOAP_12}/role/ultimateReceiver`;

const broken = (finding: Finding): OpenedEnvelope => ({ is: 'checked', check: { is: 'broken', finding }, body: null, times: null });
const malformed = (detail: string): OpenedEnvelope => broken(failed('signature-malformed', detail));

export async function openEnvelope(document: XmlDocument, about: KnownAbout): Promise<OpenedEnvelope> {
  const { root } = document;
  const [header, body, ...more] = childElements(root);
  if (header !== undefined && isOf(header, root.namespace, 'Body') && body === undefined) return { is: 'unsigned' };
  if (header === undefined || body === undefined || more.length > 0) return malformed('envelope');
  if (!isOf(header, root.namespace, 'Header') || !isOf(body, root.namespace, 'Body')) return malformed('envelope');
  const securities = childElements(header, 'Security').filter(({ namespace }) => namespace === WSSE);
  const [security] = securities;
  if (security === undefined) return { is: 'unsigned' };
  if (securities.length > 1) return malformed('two security headers');
  if (!isForUs(security, root.namespace)) return malformed('security header for another receiver');
  const signatures = childElements(security, 'Signature').filter(({ namespace }) => namespace === DSIG);
  const [signature] = signatures;
  if (signature === undefined) return { is: 'unsigned' };
  if (signatures.length > 1) return malformed('two signatures');
  const check = await checkSignature(signature, document, about);
  return check.is === 'broken' ? broken(check.finding) : bound(check, { header, body, security });
}

/** A header for another role is not ours to judge by, and nobody else’s to hide a signature in (SOAP 1.1 4.2.2, SOAP 1.2 part 1 5.2.2). */
function isForUs(security: XmlElement, soap: string): boolean {
  const role = attributeOf(security, soap === SOAP_11 ? 'actor' : 'role', soap);
  return role === null || role === '' || role === ULTIMATE_RECEIVER;
}

type Intact = Extract<SignatureCheck, { is: 'intact' }>;

function bound(check: Intact, { header, body, security }: Record<'header' | 'body' | 'security', XmlElement>): OpenedEnvelope {
  const part = check.parts.find(({ element }) => element === body);
  if (part === undefined) return malformed('the Body is not signed');
  const foreign = check.parts.some(({ element }) => element !== body && element.parent !== header && element.parent !== security);
  if (foreign) return malformed('signature over a part that is neither Body nor header');
  const timestamps = childElements(security, 'Timestamp').filter(({ namespace }) => namespace === WSU);
  const [timestamp] = timestamps;
  if (timestamps.length > 1) return malformed('two Timestamps');
  if (timestamp !== undefined && !check.parts.some(({ element }) => element === timestamp)) return malformed('the Timestamp is not signed');
  const times = timestamp === undefined ? null : timesOf(timestamp);
  if (times === 'unreadable') return malformed('Timestamp');
  return { is: 'checked', check: { ...check, finding: passed('integrity-intact') }, body: part, times };
}

/** Made by now and not over yet, as far as honest clocks agree; a message without times is neither early nor late. */
export function isTimely({ created, expires }: MessageTimes, now: Date): boolean {
  const isMade = created === null || created.getTime() <= now.getTime() + CLOCK_SKEW_MS;
  return isMade && (expires === null || expires.getTime() > now.getTime() - CLOCK_SKEW_MS);
}

function timesOf(timestamp: XmlElement): MessageTimes | 'unreadable' {
  const created = timeIn(timestamp, 'Created');
  const expires = timeIn(timestamp, 'Expires');
  return created === 'unreadable' || expires === 'unreadable' ? 'unreadable' : { created, expires };
}

function timeIn(timestamp: XmlElement, name: string): Date | null | 'unreadable' {
  const found = childElements(timestamp, name);
  if (found.length === 0) return null;
  return instantOf(childText(timestamp, name) ?? '') ?? 'unreadable';
}
