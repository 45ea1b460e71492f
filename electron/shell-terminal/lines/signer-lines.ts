/** Every signer of a file as lines for people: who, in what role, whether this signature alone is good and why not, and when. */
import type { Verdict } from '../../../shared/domain/checking/verdict.ts';
import { REASON_TEXTS } from '../../../shared/domain/reason-texts/index.ts';
import { fileVerdict } from '../../../shared/domain/trust/file-verdict.ts';
import type { SignatureAnswer } from '../../core/trust/index.ts';
import { almatyTime } from './almaty-time.ts';
import { decisiveCode } from './reason-lines.ts';
import type { Terminal } from '../terminal.ts';
import { certificateTexts } from '../texts/certificate/index.ts';
import { fill } from '../texts/index.ts';

type Signer = SignatureAnswer['bySigner'][number];

const SIGN: Readonly<Record<Verdict, string>> = { 'valid': '+', 'valid-with-attention': '!', 'not-valid': 'x', 'cannot-determine': '?' };

export const signerLines = ({ bySigner }: SignatureAnswer, terminal: Terminal): string[] => bySigner.flatMap((signer) => linesOf(signer, terminal));

function linesOf(signer: Signer, { text: { verify: text }, language }: Terminal): string[] {
  const { checks, identity, claimedAt, signedAt, archivedAt } = signer;
  const verdict = fileVerdict(signer);
  const decisive = decisiveCode(verdict, checks);
  const reason = decisive === undefined ? '' : `: ${REASON_TEXTS[language][decisive].title}`;
  const at = (template: string, time: Date | null): string[] => (time === null ? [] : [`      ${fill(template, { at: almatyTime(time.toISOString()) })}`]);
  return [
    `  [${SIGN[verdict]}] ${fill(text.signer, { name: nameOf(identity) })}${reason}`,
    ...holderLines(identity, language, text),
    ...at(text.signedAt, signedAt),
    ...at(text.archivedAt, archivedAt),
    // The signer's own word counts for nothing where something proves the time.
    ...(signedAt === null ? at(text.claimedAt, claimedAt) : []),
  ];
}

/** What the certificate says of its holder besides the name. */
function holderLines(identity: Signer['identity'], language: Terminal['language'], text: Terminal['text']['verify']): string[] {
  if (identity === null) return [];
  const words = certificateTexts(language);
  const { roles, identification } = identity;
  return [
    ...(roles.length === 0 ? [] : [`      ${fill(text.role, { roles: roles.map((role) => words.role[role]).join(', ') })}`]),
    ...(identification === null ? [] : [`      ${fill(text.identified, { channel: words.identified[identification] })}`]),
  ];
}

function nameOf(identity: Signer['identity']): string {
  if (identity === null) return '?';
  return identity.organisation === null ? identity.commonName : `${identity.commonName}, ${identity.organisation}`;
}
