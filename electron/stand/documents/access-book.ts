/** The accesses citizens have opened: their keys, their time, and who has looked. */
import type { IdSource } from '../id-source.ts';
import { ACCESS_LIFETIME_MS, ACCESS_MEMORY_MS, EXTENDED_LIFETIME_MS } from './lifetimes.ts';

export interface AccessLook {
  purpose: string;
  operatorId: string;
  employee: string;
  at: Date;
}

export interface Access {
  id: string;
  /** What the QR carries; null for an access that came of an SMS consent. */
  token: string | null;
  code: string | null;
  /** Who opened it: the owner, or a legal representative of a minor (352/НҚ п.14). */
  openerIin: string;
  ownerIin: string;
  documentId: string;
  documentType: string;
  openedAt: Date;
  expiresAt: Date;
  extended: boolean;
  closedAt: Date | null;
  looks: AccessLook[];
}

export type AccessState = 'open' | 'closed' | 'expired';

export interface AccessBook {
  open(input: Pick<Access, 'openerIin' | 'ownerIin' | 'documentId' | 'documentType'>): Access;
  /** An access without QR and code, for a document collected after an SMS consent. */
  grant(input: Pick<Access, 'openerIin' | 'ownerIin' | 'documentId' | 'documentType'>): Access;
  /** An access that answers a desk's request: it has a QR text, which goes to that desk alone and never onto a screen. */
  grantToDesk(input: Pick<Access, 'openerIin' | 'ownerIin' | 'documentId' | 'documentType'>): Access & { token: string };
  byId(id: string): Access | undefined;
  byToken(token: string): Access | undefined;
  /** The youngest access with this code that was opened by, or shows a document of, this person. */
  byCode(code: string, iin: string): Access | undefined;
  stateOf(access: Access): AccessState;
  /** To thirty minutes after opening; false when it is over already. */
  extend(access: Access): boolean;
  close(access: Access): void;
  /** The open accesses that one phone, or any, shows on its screen, youngest first. */
  openNow(openerIin?: string): Access[];
}

export function createAccessBook(ids: IdSource, now: () => Date): AccessBook {
  /** In order of opening. */
  const accesses = new Map<string, Access>();

  const stateOf = (access: Access): AccessState => {
    if (access.closedAt !== null) return 'closed';
    return now() < access.expiresAt ? 'open' : 'expired';
  };
  const forgetOld = (): void => {
    const horizon = now().getTime() - ACCESS_MEMORY_MS;
    for (const [id, access] of accesses) {
      if (access.expiresAt.getTime() < horizon) accesses.delete(id);
    }
  };
  const youngestFirst = (): Access[] => [...accesses.values()].toReversed();
  const freshCode = (): string => {
    const taken = new Set(youngestFirst().filter((access) => stateOf(access) === 'open').map((access) => access.code));
    let code = ids.digits(6);
    while (taken.has(code)) code = ids.digits(6);
    return code;
  };
  const add = (input: Parameters<AccessBook['open']>[0], keys: Pick<Access, 'token' | 'code'>): Access => {
    forgetOld();
    const openedAt = now();
    const access: Access = {
      id: ids.uuid(),
      ...keys,
      ...input,
      openedAt,
      expiresAt: new Date(openedAt.getTime() + ACCESS_LIFETIME_MS),
      extended: false,
      closedAt: null,
      looks: [],
    };
    accesses.set(access.id, access);
    return access;
  };

  return {
    open: (input) => add(input, { token: ids.token(24), code: freshCode() }),
    grant: (input) => add(input, { token: null, code: null }),
    grantToDesk(input) {
      const token = ids.token(24);
      return Object.assign(add(input, { token, code: null }), { token });
    },
    byId: (id) => accesses.get(id),
    byToken: (token) => youngestFirst().find((access) => access.token === token),
    byCode: (code, iin) =>
      youngestFirst().find((access) => access.code === code && (access.openerIin === iin || access.ownerIin === iin)),
    stateOf,
    extend(access) {
      if (stateOf(access) !== 'open') return false;
      access.expiresAt = new Date(access.openedAt.getTime() + EXTENDED_LIFETIME_MS);
      access.extended = true;
      return true;
    },
    close(access) {
      if (stateOf(access) === 'open') access.closedAt = now();
    },
    openNow: (openerIin) =>
      youngestFirst().filter(
        (access) =>
          access.code !== null &&
          stateOf(access) === 'open' &&
          (openerIin === undefined || access.openerIin === openerIin),
      ),
  };
}
