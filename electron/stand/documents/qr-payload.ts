/**
 * What the QR of «Открыть доступ» says. The public instruction only calls it a protected QR code with a link;
 * the literal form is not public, so the stand has its own, here and nowhere else: a link with an opaque token.
 * `.test` is reserved (RFC 2606, section 2): the link leads nowhere if a phone's camera follows it.
 */
export const QR_FORMS = [{ id: 'stand-link', prefix: 'https://digital-documents.egov.test/access/' }] as const;

export const QR_PREFIXES: string[] = QR_FORMS.map((form) => form.prefix);

/** What the QR on a desk's screen says, for the phone to scan; not public either. */
export const DESK_REQUEST_PREFIX = 'https://digital-documents.egov.test/desk-request/';

export function qrPayload(token: string): string {
  return QR_FORMS[0].prefix + token;
}
