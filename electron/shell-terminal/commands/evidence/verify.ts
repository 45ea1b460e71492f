/** `tekser evidence verify FILE`: whole, unaltered and signed is 0; altered, or signed badly, 1; torn, or a signature nobody can judge now, 2. */
import { createTrust } from '../../../core/trust/index.ts';
import { packageLines, packageValue } from '../../evidence/package-lines.ts';
import { readPackage } from '../../evidence/read-package.ts';
import { EXIT } from '../../exit-code.ts';
import { layerLines } from '../../lines/reason-lines.ts';
import { signerLines } from '../../lines/signer-lines.ts';
import { chosenTrust } from '../../trust/chosen-trust.ts';
import type { CommonOptions, Run } from '../command.ts';

export interface EvidenceVerifyOptions extends CommonOptions {
  file: string;
  archiveKey: string;
  trust?: string;
  connection?: string;
}

const EXIT_OF = { good: EXIT.valid, bad: EXIT.notValid, undetermined: EXIT.cannotDetermine } as const;

export const evidenceVerify: Run<EvidenceVerifyOptions> = async (terminal, { file, archiveKey, ...trusted }) => {
  const answer = await readPackage(file, archiveKey);
  if (answer.state !== 'sealed') {
    terminal.answer(packageLines(answer, terminal), packageValue(answer));
    return answer.state === 'partial' ? EXIT.cannotDetermine : EXIT.notValid;
  }
  const trust = createTrust(await chosenTrust(trusted, terminal));
  const signature = await trust.verifyFile({ file: answer.signature, content: answer.signedManifest });
  const lines = [...packageLines(answer, terminal), terminal.text.verify[signature.state], ...layerLines(signature.checks, terminal), ...signerLines(signature, terminal)];
  terminal.answer(lines, { ...packageValue(answer), signature: { state: signature.state, checks: signature.checks } });
  return EXIT_OF[signature.state];
};
