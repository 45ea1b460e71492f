/** Every signer of a file as lines for people: who, whether this signature alone is good and why not, and when. */
import { REASON_TEXTS } from '../../shared/domain/reason-texts/index.ts';
import type { SignatureAnswer } from '../core/trust/index.ts';
import { almatyTime } from './almaty-time.ts';
import type { Terminal } from './terminal.ts';
import { fill } from './texts/index.ts';

type Signer = SignatureAnswer['bySigner'][number];

const SIGN: Record<Signer['state'], string> = { good: '+', bad: 'x', undetermined: '?' };

export const signerLines = ({ bySigner }: SignatureAnswer, terminal: Terminal): string[] => bySigner.flatMap((signer) => linesOf(signer, terminal));

function linesOf({ state, checks, identity, claimedAt, signedAt, archivedAt }: Signer, { text: { verify: text }, language }: Terminal): string[] {
  const decisive = checks.find(({ outcome }) => outcome === 'failed') ?? checks.find(({ outcome }) => outcome === 'undetermined');
  const reason = decisive === undefined ? '' : `: ${REASON_TEXTS[language][decisive.code].title}`;
  const at = (template: string, time: Date | null): string[] => (time === null ? [] : [`      ${fill(template, { at: almatyTime(time.toISOString()) })}`]);
  return [
    `  [${SIGN[state]}] ${fill(text.signer, { name: nameOf(identity) })}${reason}`,
    ...at(text.signedAt, signedAt),
    ...at(text.archivedAt, archivedAt),
    // The signer's own word counts for nothing where something proves the time.
    ...(signedAt === null ? at(text.claimedAt, claimedAt) : []),
  ];
}

function nameOf(identity: Signer['identity']): string {
  if (identity === null) return '?';
  return identity.organisation === null ? identity.commonName : `${identity.commonName}, ${identity.organisation}`;
}
