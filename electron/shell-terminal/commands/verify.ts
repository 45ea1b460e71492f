/** `tekser verify`: is this signature good, and by whom? Nothing is journalled, because nobody's document was opened. */
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import { dataFiles } from '../../adapters/data-directory.ts';
import { createFileSeenTimeStore } from '../../adapters/file-seen-time-store.ts';
import { loadResources } from '../../adapters/resource-files.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import { connectionTrust } from '../../core/connection-trust.ts';
import { createTrust, type FileAnswer, type TrustOptions } from '../../core/trust/index.ts';
import { connectGateways } from '../../gateways/index.ts';
import { almatyTime } from '../almaty-time.ts';
import { usageFailure } from '../command-failure.ts';
import { EXIT } from '../exit-code.ts';
import { RESOURCES } from '../installation.ts';
import { judgeFile } from '../judge-file.ts';
import { loadConnection } from '../load-connection.ts';
import { layerLines, reasonLines } from '../reason-lines.ts';
import type { Terminal } from '../terminal.ts';
import { fill } from '../texts/index.ts';
import { signedLines, signedValue } from '../signed-lines.ts';
import { signerLines } from '../signer-lines.ts';
import { readTrustFolder } from '../trust-folder.ts';
import { trustedConnection } from '../trusted-connection.ts';
import { findDirectory } from '../work-directory.ts';
import type { CommonOptions, Run } from './command.ts';

export interface VerifyOptions extends CommonOptions {
  file: string;
  content?: string;
  at?: string;
  trust?: string;
  connection?: string;
}

const EXIT_OF = { good: EXIT.valid, bad: EXIT.notValid, undetermined: EXIT.cannotDetermine } as const;

export const verify: Run<VerifyOptions> = async (terminal, { file, content, at, ...trusted }) => {
  const input = { file, ...(content !== undefined && { content }), ...(at !== undefined && { at: new Date(at) }) };
  const answer = await judgeFile(createTrust(await trustOptions(trusted, terminal)), input, terminal);
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
  const directory = await findDirectory({ ...(data !== undefined && { data }), environment: named.environment }, terminal);
  // The window and the commands of one workstation are not to be fooled by a clock that either of them saw ahead of.
  const surroundings = { evidence, clock: systemClock, policy, seenTimes: createFileSeenTimeStore(dataFiles(directory).seenTime) };
  if (folder !== null) return { ...connectionTrust(named, surroundings), ...folder.certificates };
  return connectionTrust(await trustedConnection(named, directory, pins), surroundings);
}

function answerLines(answer: FileAnswer, terminal: Terminal): string[] {
  const { verify: text } = terminal.text;
  const decisive: ReasonCode | undefined = answer.checks.find(({ outcome }) => outcome === 'failed' || outcome === 'undetermined')?.code;
  const lines = [text[answer.state], ...(decisive === undefined ? [] : reasonLines(decisive, terminal)), ...layerLines(answer.checks, terminal)];
  lines.push(...signerLines(answer, terminal));
  if (answer.revocationAsOf !== null) lines.push(fill(text.revocationAsOf, { at: almatyTime(answer.revocationAsOf.toISOString()) }));
  return [...lines, ...signedLines(answer, terminal)];
}

/** The signed content is the caller's own file or is inside the signature: only its length is told. */
const answerValue = ({ content: _, ...answer }: FileAnswer): object => ({ ...answer, ...signedValue(answer) });
