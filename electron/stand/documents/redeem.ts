/** The organisation's side of an access: finding it by its key, refusing with the right word, recording the look. */
import type { DocumentErrorCode, RedeemRequest, RequestFacts } from '../../gateways/documents/messages.ts';
import { failure, success, type Result } from '../../../shared/util/result.ts';
import type { StandWorld } from '../world.ts';
import type { Access } from './access-book.ts';
import { SINGLE_USE_TYPES } from './lifetimes.ts';

export function findAccess(world: StandWorld, request: RedeemRequest): Result<Access, DocumentErrorCode> {
  if ('token' in request) {
    const access = world.accesses.byToken(request.token);
    return access === undefined ? failure('ACCESS_UNKNOWN') : success(access);
  }
  // Guessing a code against the whole country must not be possible: it is looked up within one person's accesses.
  if (request.iin === null) return failure('IIN_REQUIRED');
  const { wrongCodesOfIin, wrongCodesOfKey } = world;
  if (wrongCodesOfIin.blocked(request.iin) || wrongCodesOfKey.blocked(request.api_key)) return failure('CODE_BLOCKED');
  const access = world.accesses.byCode(request.code, request.iin);
  if (access !== undefined) return success(access);
  wrongCodesOfIin.noteWrong(request.iin);
  wrongCodesOfKey.noteWrong(request.api_key);
  return failure('ACCESS_UNKNOWN');
}

/** Records the look, or says why there must not be one. */
export function look(world: StandWorld, access: Access, facts: RequestFacts): DocumentErrorCode | null {
  if (world.accesses.stateOf(access) !== 'open') return 'ACCESS_EXPIRED';
  const first = access.looks[0];
  if (first !== undefined && isSingleUse(world, access)) return 'ACCESS_USED';
  // The citizen opened the access in one situation; the first look says which, and the access serves no other.
  if (first !== undefined && first.purpose !== facts.purpose) return 'ACCESS_OTHER_PURPOSE';
  const { purpose, operator_id: operatorId, employee_name: employee } = facts;
  access.looks.push({ purpose, operatorId, employee, at: world.now() });
  return null;
}

function isSingleUse(world: StandWorld, access: Access): boolean {
  // What a consent by SMS or to a desk's request allowed is one answer to one question.
  if (access.code === null) return true;
  const rule = world.badDays.current().singleUse;
  return rule === 'by-type' ? SINGLE_USE_TYPES.has(access.documentType) : rule === 'always';
}
