/** The citizen's own key program on the port of NCALayer: keys on a token for one portal's page. The PIN is asked here, of the person, and forgotten. */
import {
  TOKEN_KEYS_MODULE,
  type TokenInstalledBody,
  type TokenKeyKind,
  type TokenProgramAnswer,
  type TokenProgramRefusal,
  type TokenRequestsBody,
  type TokensBody,
} from '../../shared/domain/issuance/token-program.ts';
import type { SigningCaller } from '../../shared/domain/signing/signing-request.ts';
import { decodeBase64, encodeBase64 } from '../../shared/util/base64.ts';
import { makeTokenKey } from '../core/keystore/enrolment/index.ts';
import { type Answer, argumentObject, type Conversation, MODULE_NOT_FOUND, type ModuleRequest, MODULES, openExchange } from '../core/ncalayer/index.ts';
import type { TokenCustodian, TokenRefusal } from '../ports/keys/token-custodian.ts';
import { TokenInstallSchema, TokenKeysSchema } from './token-orders.ts';

export interface PinQuestion {
  tokenLabel: string;
  act: 'make-keys' | 'install-certificates';
}

export interface TokenProgramOptions {
  /** Origin of the one page that is served: any page of the browser reaches the port, and the person has named this one. */
  portal: string;
  tokens: Pick<TokenCustodian, 'list' | 'generate' | 'sign' | 'close' | 'certify'>;
  /** Null where the person does not want it. */
  askPin(question: PinQuestion, gone: AbortSignal): Promise<string | null>;
  onFault(error: unknown): void;
}

export interface TokenConnection {
  caller: Promise<SigningCaller>;
  send(text: string): void;
  close(): void;
}

const DECLINED = { status: true, body: {} } as const satisfies TokenProgramAnswer<object>;
const refused = (code: TokenProgramRefusal) => ({ status: false, code }) as const;
const ALGORITHMS = { RSA256: 'RSA-2048', AUTH_RSA256: 'RSA-2048' } as const satisfies Record<TokenKeyKind, string>;

export function openTokenConversation({ portal, tokens, askPin, onFault }: TokenProgramOptions, { caller, send, close }: TokenConnection): Conversation {
  async function listed(): Promise<TokenProgramAnswer<TokensBody>> {
    return { status: true, body: { tokens: (await tokens.list()).map(({ id, label }) => ({ id, label })) } };
  }

  async function withPin<Body>(tokenId: string, act: PinQuestion['act'], gone: AbortSignal, use: (pin: string) => Promise<TokenProgramAnswer<Body>>): Promise<TokenProgramAnswer<Body>> {
    const token = (await tokens.list()).find(({ id }) => id === tokenId);
    if (token === undefined) return refused('token-removed');
    const pin = await askPin({ tokenLabel: token.label, act }, gone);
    return pin === null ? DECLINED : use(pin);
  }

  async function make(request: ModuleRequest, gone: AbortSignal): Promise<TokenProgramAnswer<TokenRequestsBody>> {
    const order = TokenKeysSchema.safeParse(argumentObject(request));
    if (!order.success) return refused('order-malformed');
    const { tokenId, kinds, owner } = order.data;
    return withPin(tokenId, 'make-keys', gone, async (pin) => {
      const requests: TokenRequestsBody['requests'] = [];
      for (const kind of kinds) {
        const made = await makeTokenKey(tokens, { tokenId, pin, algorithm: ALGORITHMS[kind], owner });
        if (!made.ok) return refused(codeOf(made.failure));
        requests.push({ kind, pkcs10: encodeBase64(made.value.request) });
      }
      return { status: true, body: { requests } };
    });
  }

  async function install(request: ModuleRequest, gone: AbortSignal): Promise<TokenProgramAnswer<TokenInstalledBody>> {
    const order = TokenInstallSchema.safeParse(argumentObject(request));
    if (!order.success) return refused('order-malformed');
    const { tokenId, certificates } = order.data;
    return withPin(tokenId, 'install-certificates', gone, async (pin) => {
      for (const certificate of certificates) {
        const certified = await tokens.certify(tokenId, pin, decodeBase64(certificate)!);
        if (!certified.ok) return refused(codeOf(certified.failure));
      }
      return { status: true, body: { installed: certificates.length } };
    });
  }

  async function answerModule(request: ModuleRequest, gone: AbortSignal): Promise<unknown> {
    const asking = await caller;
    // A page nobody named learns no more than that the person wants nothing of it.
    if (asking.kind !== 'site' || asking.origin !== portal) return DECLINED;
    switch (request.method) {
      case 'listTokens':
        return listed();
      case 'makeKeys':
        return make(request, gone);
      case 'installCertificates':
        return install(request, gone);
      default:
        return refused('order-malformed');
    }
  }

  return openExchange({
    async answer(request, gone) {
      if (request.module === TOKEN_KEYS_MODULE) return (await answerModule(request, gone)) as Answer;
      if (request.module === MODULES.accessory && request.method === 'getServices') return { services: [MODULES.accessory, TOKEN_KEYS_MODULE] };
      return MODULE_NOT_FOUND;
    },
    fault(_, error) {
      onFault(error);
      return { status: false, code: 'token-removed' };
    },
    send,
    close,
  });
}

const codeOf = ({ code }: TokenRefusal): TokenProgramRefusal => code;
