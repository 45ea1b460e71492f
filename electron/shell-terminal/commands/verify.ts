/** `tekser verify`: is this signature good, and by whom? Nothing is journalled, because nobody's document was opened. */
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import { createThreadFileJudge } from '../../adapters/judging-thread/thread-file-judge.ts';
import { createTrust, type FileAnswer } from '../../core/trust/index.ts';
import { almatyTime } from '../almaty-time.ts';
import { evidenceValue, readEvidence } from '../answer-evidence.ts';
import { EXIT } from '../exit-code.ts';
import { judgeFile } from '../judge-file.ts';
import { layerLines, reasonLines } from '../reason-lines.ts';
import type { Terminal } from '../terminal.ts';
import { fill } from '../texts/index.ts';
import { signedLines, signedValue } from '../signed-lines.ts';
import { signerLines } from '../signer-lines.ts';
import { chosenTrust } from '../trust/chosen-trust.ts';
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

const EXIT_OF = { good: EXIT.valid, bad: EXIT.notValid, undetermined: EXIT.cannotDetermine } as const;

export const verify: Run<VerifyOptions> = async (terminal, { file, content, at, evidence, ...trusted }) => {
  const input = {
    file,
    ...(content !== undefined && { content }),
    ...(at !== undefined && { at: new Date(at) }),
    ...(evidence !== undefined && { evidence: await readEvidence(evidence) }),
  };
  const options = await chosenTrust(trusted, terminal);
  const thread = createThreadFileJudge(options);
  const answer = await judgeFile(createTrust(options, thread), input, terminal).finally(thread.end);
  terminal.answer(answerLines(answer, terminal), answerValue(answer));
  return EXIT_OF[answer.state];
};

function answerLines(answer: FileAnswer, terminal: Terminal): string[] {
  const { verify: text } = terminal.text;
  const decisive: ReasonCode | undefined = answer.checks.find(({ outcome }) => outcome === 'failed' || outcome === 'undetermined')?.code;
  const lines = [text[answer.state], ...(decisive === undefined ? [] : reasonLines(decisive, terminal)), ...layerLines(answer.checks, terminal)];
  lines.push(...signerLines(answer, terminal));
  if (answer.revocationAsOf !== null) lines.push(fill(text.revocationAsOf, { at: almatyTime(answer.revocationAsOf.toISOString()) }));
  return [...lines, ...signedLines(answer, terminal)];
}

/** The signed content is the caller's own file or is inside the signature: only its length is told. */
const answerValue = ({ content: _, evidence, ...answer }: FileAnswer): object => ({
  ...answer,
  ...signedValue(answer),
  evidence: evidence && evidenceValue(evidence),
});
