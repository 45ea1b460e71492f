/** Certificate policies along a path (RFC 5280 6.1.3 d–f, 6.1.4 a, b, h–j, 6.1.5 a, b, g): is it good for a policy the asker accepts? */
import type { Certificate } from '../x509/certificate.ts';
import { Malformed } from '../malformed.ts';
import { ANY_POLICY, policyFactsOf } from '../x509/policy-extensions.ts';
import { PolicyGraph } from './policy-graph.ts';

/** The inputs of RFC 5280 6.1.1 c, e, f and g; what is absent demands nothing. */
export interface PolicyDemand {
  /** Object identifiers, any of which will do. */
  accepted?: readonly string[];
  /** The path must be good for one of them, also where no certificate demands it. */
  explicit?: boolean;
  inhibitMapping?: boolean;
  inhibitAny?: boolean;
}

export type PolicyAnswer = { is: 'good'; policies: string[] } | { is: 'fault'; why: string };

/** `path` from the leaf to the anchor. */
export function judgePolicies(path: readonly Certificate[], demand: PolicyDemand): PolicyAnswer {
  try {
    return walk(path, demand);
  } catch (error) {
    if (error instanceof Malformed) return { is: 'fault', why: `malformed policies: ${error.message}` };
    throw error;
  }
}

function walk(path: readonly Certificate[], demand: PolicyDemand): PolicyAnswer {
  const depth = path.length;
  // How many more certificates may come before each rule applies; the anchor's own limits bind what is below it (RFC 5937 3.2).
  const left = {
    explicit: demand.explicit === true ? 0 : depth,
    mapping: demand.inhibitMapping === true ? 0 : depth,
    any: demand.inhibitAny === true ? 0 : depth,
  };
  const graph = new PolicyGraph();
  for (let i = depth - 1; i >= 0; i -= 1) {
    const { selfIssued } = path[i]!;
    const facts = policyFactsOf(path[i]!);
    const isAnchor = i === depth - 1 && depth > 1;
    if (!isAnchor) {
      graph.addCertificate(facts.policies, left.any > 0 || (i > 0 && selfIssued));
      if (left.explicit === 0 && graph.isEmpty) return { is: 'fault', why: 'no certificate policy that is demanded' };
      if (i === 0) return conclude(graph, left.explicit <= 1 || facts.requireExplicit === 0, demand.accepted);
      graph.map(facts.mappings, left.mapping === 0);
      if (!selfIssued) for (const rule of ['explicit', 'mapping', 'any'] as const) left[rule] = Math.max(0, left[rule] - 1);
    }
    left.explicit = Math.min(left.explicit, facts.requireExplicit ?? depth);
    left.mapping = Math.min(left.mapping, facts.inhibitMapping ?? depth);
    left.any = Math.min(left.any, facts.inhibitAny ?? depth);
  }
  return { is: 'good', policies: [] };
}

/** RFC 5280 6.1.5 g. */
function conclude(graph: PolicyGraph, isDemanded: boolean, accepted: readonly string[] = [ANY_POLICY]): PolicyAnswer {
  const policies = [...graph.acceptedOf(new Set(accepted))];
  return isDemanded && policies.length === 0 ? { is: 'fault', why: 'no certificate policy that is accepted' } : { is: 'good', policies };
}
