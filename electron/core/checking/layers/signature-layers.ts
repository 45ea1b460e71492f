/** Layers 2 to 6 as the trust domain judged them; here the signer is also held against the owner body of this type (352/НҚ п.5). */
import type { SignatureAnswer, TrustLayer } from '../../trust/index.ts';
import type { Evidence } from '../evidence.ts';
import { failed, type Judgement, NOT_REACHED } from './judgement.ts';

export function judgeSignatureLayer(layer: TrustLayer, { signature, content }: Evidence): Judgement {
  if (signature === null) return NOT_REACHED;
  const judged = fromTrust(layer, signature);
  if (layer !== 'signer' || judged.outcome === 'failed' || content.state !== 'read' || content.template === null) return judged;
  const { ownerBin } = content.template;
  // Every signature on the content must be the owner's: a second one by somebody else is no endorsement.
  const owned = signature.signers.length > 0 && signature.signers.every((signer) => signer.bin === ownerBin);
  return owned ? judged : failed('signer-not-owner-body', signature.signers.map((signer) => signer.bin ?? 'no БИН').join(', '));
}

function fromTrust(layer: TrustLayer, signature: SignatureAnswer): Judgement {
  const check = signature.checks.find((candidate) => candidate.layer === layer);
  if (check === undefined) return NOT_REACHED;
  const { outcome, code, detail } = check;
  return { outcome, code, detail, notices: outcome === 'attention' ? [code] : [] };
}
