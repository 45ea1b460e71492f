/** `tekser verify`: is this signature good, and by whom? Nothing is journalled, because nobody's document was opened. */
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import { loadResources } from '../../adapters/resource-files.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import { connectionTrust } from '../../core/connection-trust.ts';
import { createTrust, type FileAnswer, type TrustOptions } from '../../core/trust/index.ts';
import { connectGateways } from '../../gateways/index.ts';
import { almatyTime } from '../almaty-time.ts';
import { usageFailure } from '../command-failure.ts';
import { EXIT } from '../exit-code.ts';
import { RESOURCES } from '../installation.ts';
import { loadConnection } from '../load-connection.ts';
import { readBounded } from '../read-input.ts';
import { layerLines, reasonLines } from '../reason-lines.ts';
import type { Terminal } from '../terminal.ts';
import { fill } from '../texts/index.ts';
import { signedLines, signedValue } from '../signed-lines.ts';
import { readTrustFolder } from '../trust-folder.ts';
import { trustedConnection } from '../trusted-connection.ts';
import { findDirectory } from '../work-directory.ts';
import type { CommonOptions, Run } from './command.ts';

const LARGEST_SIGNATURE = 64 * 1024 * 1024;

export interface VerifyOptions extends CommonOptions {
  file: string;
  content?: string;
  at?: string;
  trust?: string;
  connection?: string;
}

const EXIT_OF = { good: EXIT.valid, bad: EXIT.notValid, undetermined: EXIT.cannotDetermine } as const;

export const verify: Run<VerifyOptions> = async (terminal, { file, content, at, ...trusted }) => {
  const question = {
    file: withoutBase64(await readBounded(file, LARGEST_SIGNATURE)),
    ...(content !== undefined && { content: await readBounded(content, LARGEST_SIGNATURE) }),
    ...(at !== undefined && { at: new Date(at) }),
  };
  const answer = await createTrust(await trustOptions(trusted, terminal)).verifyFile(question);
  terminal.answer(answerLines(answer, terminal), answerValue(answer));
  return EXIT_OF[answer.state];
};

/**
 * Certificates out of the folder and evidence from the connection's services, where both are named.
 * How old the lists of a folder may be is for whoever laid them there.
 */
async function trustOptions({ data, trust, connection }: Pick<VerifyOptions, 'data' | 'trust' | 'connection'>, terminal: Terminal): Promise<TrustOptions> {
  const folder = trust === undefined ? null : await readTrustFolder(trust);
  if (connection === undefined) {
    if (folder === null) throw usageFailure('trust-needed');
    return { ...folder.certificates, evidence: folder.evidence, clock: systemClock };
  }
  const named = await loadConnection(connection);
  const { policy, pins } = await loadResources(RESOURCES, systemClock);
  const { evidence } = connectGateways(named, systemClock, policy);
  const surroundings = { evidence, clock: systemClock, policy };
  if (folder !== null) return { ...connectionTrust(named, surroundings), ...folder.certificates };
  const directory = await findDirectory({ ...(data !== undefined && { data }), environment: named.environment }, terminal);
  return connectionTrust(await trustedConnection(named, directory, pins), surroundings);
}

const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

/** Portals hand signatures out as bare Base64; DER begins with a SEQUENCE (0x30 and a length, never two letters of text) and PEM with dashes. */
function withoutBase64(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1').trim();
  return /^[A-Za-z0-9+/\s]+={0,2}$/.test(text) ? fromBase64(text) : bytes;
}

function answerLines(answer: FileAnswer, terminal: Terminal): string[] {
  const { verify: text } = terminal.text;
  const decisive: ReasonCode | undefined = answer.checks.find(({ outcome }) => outcome === 'failed' || outcome === 'undetermined')?.code;
  const lines = [text[answer.state], ...(decisive === undefined ? [] : reasonLines(decisive, terminal)), ...layerLines(answer.checks, terminal)];
  for (const { organisation, commonName } of answer.signers) {
    lines.push(fill(text.signer, { name: organisation === null ? commonName : `${commonName}, ${organisation}` }));
  }
  if (answer.signedAt !== null) lines.push(fill(text.signedAt, { at: almatyTime(answer.signedAt.toISOString()) }));
  if (answer.revocationAsOf !== null) lines.push(fill(text.revocationAsOf, { at: almatyTime(answer.revocationAsOf.toISOString()) }));
  return [...lines, ...signedLines(answer, terminal)];
}

/** The signed content is the caller's own file or is inside the signature: only its length is told. */
const answerValue = ({ content, ...answer }: FileAnswer): object => ({ ...answer, ...signedValue(answer), contentBytes: content?.length ?? null });
