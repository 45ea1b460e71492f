/** `tekser verify`: is this signature good, and by whom? Nothing is journalled, because nobody's document was opened. */
import { fileVerdict } from '../../../shared/domain/trust/file-verdict.ts';
import { loadResources } from '../../adapters/files/resource-files.ts';
import { createPoolFileJudge } from '../../adapters/judging-pool/pool-file-judge.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import { createTrust, type FileAnswer } from '../../core/trust/index.ts';
import { almatyTime } from '../lines/almaty-time.ts';
import { evidenceValue, readEvidence } from '../lines/answer-evidence.ts';
import { exitCodeOf } from '../exit-code.ts';
import { RESOURCES } from '../installation.ts';
import { judgeFile } from '../judge-file.ts';
import { decisiveCode, layerLines, reasonLines } from '../lines/reason-lines.ts';
import type { Terminal } from '../terminal.ts';
import { certificateTexts } from '../texts/certificate/index.ts';
import { fill } from '../texts/index.ts';
import { signedLines, signedValue } from '../lines/signed-lines.ts';
import { signerLines } from '../lines/signer-lines.ts';
import { chosenTrust } from '../trust/chosen-trust.ts';
import { type RootWorld, worldsOf } from '../trust/root-worlds.ts';
import type { CommonOptions, Run } from './command.ts';

export interface VerifyOptions extends CommonOptions {
  file: string;
  content?: string;
  at?: string;
  /** File with an earlier answer. */
  evidence?: string;
  trust?: string;
  connection?: string;
}

export const verify: Run<VerifyOptions> = async (terminal, { file, content, at, evidence, ...trusted }) => {
  const input = {
    file,
    ...(content !== undefined && { content }),
    ...(at !== undefined && { at: new Date(at) }),
    ...(evidence !== undefined && { evidence: await readEvidence(evidence) }),
  };
  const options = await chosenTrust(trusted, terminal);
  const threads = createPoolFileJudge(options);
  const answer = await judgeFile(createTrust(options, threads), input, terminal).finally(threads.end);
  const { pins } = await loadResources(RESOURCES, systemClock);
  const worlds = worldsOf(options.anchors, pins);
  terminal.answer([...answerLines(answer, terminal), worldLine(worlds, terminal)], { verdict: fileVerdict(answer), ...answerValue(answer), worlds });
  return exitCodeOf(fileVerdict(answer));
};

function answerLines(answer: FileAnswer, terminal: Terminal): string[] {
  const { verify: text } = terminal.text;
  const verdict = fileVerdict(answer);
  const decisive = decisiveCode(verdict, answer.checks);
  const lines = [verdict === 'valid-with-attention' ? text.attention : text[answer.state]];
  if (decisive !== undefined) lines.push(...reasonLines(decisive, terminal));
  lines.push(...layerLines(answer.checks, terminal), ...signerLines(answer, terminal));
  if (answer.revocationAsOf !== null) lines.push(fill(text.revocationAsOf, { at: almatyTime(answer.revocationAsOf.toISOString()) }));
  return [...lines, ...signedLines(answer, terminal)];
}

function worldLine(worlds: readonly RootWorld[], { language, text: { verify: text } }: Terminal): string {
  const words = { ...certificateTexts(language).world, unknown: text.unknownRoot };
  return fill(text.roots, { worlds: worlds.map((world) => words[world]).join(', ') });
}

/** The signed content is the caller's own file or is inside the signature: only its length is told. */
const answerValue = ({ content: _, evidence, ...answer }: FileAnswer): object => ({
  ...answer,
  ...signedValue(answer),
  evidence: evidence && evidenceValue(evidence),
});
