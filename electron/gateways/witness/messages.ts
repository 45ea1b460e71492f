/** What is said to a witness: checkpoints as c2sp.org/tlog-witness has them, and once the key of a log, for which there is no public form. */
import { z } from 'zod';

export const ADD_CHECKPOINT_PATH = '/witness/add-checkpoint';
export const ADD_LOG_PATH = '/witness/logs';
/** Of a 409: the body is the size the witness signed last (tlog-witness, “add-checkpoint”). */
export const SIZE_TYPE = 'text/x.tlog.size';

/** A workstation's verifier key, given by who knows the organisation's key. */
export const AddLog = z.object({ api_key: z.string().min(1).max(200), verifier_key: z.string().min(1).max(500) });
export type AddLog = z.infer<typeof AddLog>;
