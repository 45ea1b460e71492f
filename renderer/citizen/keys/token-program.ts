/** What the page asks of the citizen's own key program: which tokens are plugged in, keys on one of them, certificates beside them. The PIN is typed there. */
import { TOKEN_KEYS_MODULE, type PluggedToken, type TokenInstalledBody, type TokenInstallOrder, type TokenKeysOrder, type TokenProgramAnswer, type TokenProgramRefusal, type TokenRequestsBody, type TokensBody } from '../../../shared/domain/issuance/token-program.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import { openSigningService, servicesAtHand } from '../portal/signing-service.ts';

/** `program-away`: nobody answered; `declined`: the person did not type the PIN. */
export type TokenTrouble = 'program-away' | 'declined' | TokenProgramRefusal;

export type TokenSide =
  | { is: 'absent' }
  /** A signing service without our module: how NCALayer makes keys on tokens is not public. */
  | { is: 'other-service' }
  | { is: 'ready'; tokens: readonly PluggedToken[] };

export async function lookForTokens(): Promise<TokenSide> {
  const services = await servicesAtHand();
  if (services === null) return { is: 'absent' };
  if (!services.includes(TOKEN_KEYS_MODULE)) return { is: 'other-service' };
  const listed = await askProgram<TokensBody, 'tokens'>('listTokens', 'tokens');
  return { is: 'ready', tokens: listed.ok ? listed.value : [] };
}

export const makeTokenKeys = (order: TokenKeysOrder) => askProgram<TokenRequestsBody, 'requests'>('makeKeys', 'requests', order);

export const installOnToken = (order: TokenInstallOrder) => askProgram<TokenInstalledBody, 'installed'>('installCertificates', 'installed', order);

async function askProgram<Body, Wanted extends keyof Body>(method: string, wanted: Wanted, args?: object): Promise<Result<Body[Wanted], TokenTrouble>> {
  const service = await openSigningService();
  if (service === null) return failure('program-away');
  const answer = (await service.ask({ module: TOKEN_KEYS_MODULE, method, ...(args !== undefined && { args }) })) as TokenProgramAnswer<Body> | null;
  service.close();
  if (answer === null) return failure('program-away');
  if (!answer.status) return failure(answer.code ?? 'program-away');
  const found = answer.body[wanted];
  return found === undefined ? failure('declined') : success(found);
}
