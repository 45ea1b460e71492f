/** What a page may ask of the key program, read strictly. */
import { z } from 'zod';
import { KeyOwner } from '../../shared/domain/keys/key-view.ts';
import { TOKEN_KEY_KINDS } from '../../shared/domain/issuance/token-program.ts';

const TokenId = z.string().min(1).max(200);
/** A certificate of RSA-4096 with long names is below four kilobytes. */
const Certificate = z.base64().min(1).max(8192);

export const TokenKeysSchema = z.strictObject({ tokenId: TokenId, kinds: z.array(z.enum(TOKEN_KEY_KINDS)).min(1).max(2), owner: KeyOwner });
export const TokenInstallSchema = z.strictObject({ tokenId: TokenId, certificates: z.array(Certificate).min(1).max(2) });
