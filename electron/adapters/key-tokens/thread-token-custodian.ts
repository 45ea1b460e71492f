/** Tokens through a thread of their own, started when tokens are first asked for. */
import { existsSync } from 'node:fs';
import { failure } from '../../../shared/util/result.ts';
import type { TokenCustodian } from '../../ports/keys/token-custodian.ts';
import { createCallThread } from '../call-thread/call-thread.ts';

const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './token.worker.ts' : './token-worker.js', import.meta.url);
const HEAP_MB = 64;

export interface ThreadTokenCustodian extends TokenCustodian {
  end(): Promise<void>;
}

/** @param modules paths of PKCS#11 libraries; only those that are there are loaded */
export function createThreadTokenCustodian(modules: readonly string[]): ThreadTokenCustodian {
  const present = modules.filter((path) => existsSync(path));
  const thread = createCallThread<TokenCustodian>({
    entry: ENTRY,
    name: 'tokens',
    heapMb: HEAP_MB,
    // Libraries of tokens are configured by variables (SoftHSM, OpenSC).
    env: process.env,
    data: present,
    onEnd() {},
    onRest() {},
  });
  const none = present.length === 0;
  return {
    list: async () => (none ? [] : thread.ask('list')),
    open: async (...args) => (none ? failure({ code: 'token-removed' }) : thread.ask('open', ...args)),
    generate: async (...args) => (none ? failure({ code: 'token-removed' }) : thread.ask('generate', ...args)),
    certify: async (...args) => (none ? failure({ code: 'token-removed' }) : thread.ask('certify', ...args)),
    install: (...args) => thread.ask('install', ...args),
    sign: (...args) => thread.ask('sign', ...args),
    close: (...args) => thread.ask('close', ...args),
    end: thread.end,
  };
}
