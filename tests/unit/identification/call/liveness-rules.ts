/** The rules of movements as they are shipped. */
import shipped from '../../../../resources/policy/liveness.json' with { type: 'json' };
import { LivenessRules } from '../../../../shared/domain/identification/liveness-rules.ts';

export const LIVENESS_RULES = LivenessRules.parse(shipped);
