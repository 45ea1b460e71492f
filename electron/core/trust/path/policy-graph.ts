/** The valid policy graph of a path (RFC 9618, which replaces the tree of RFC 5280 6.1.2: the tree grows exponentially, the graph does not). */
import { ANY_POLICY } from '../x509/policy-extensions.ts';

interface Node {
  /** Policies of the level above whose certificates vouch for this one. */
  parents: ReadonlySet<string>;
  /** What this policy is called in the certificate below. */
  expected: ReadonlySet<string>;
}

type Level = Map<string, Node>;

const nodeFor = (policy: string, parents: Iterable<string>): Node => ({ parents: new Set(parents), expected: new Set([policy]) });

export class PolicyGraph {
  /** Null: no policy is left, and none can come back (RFC 5280 6.1.3 e). */
  #levels: Level[] | null = [new Map([[ANY_POLICY, nodeFor(ANY_POLICY, [])]])];

  get isEmpty(): boolean {
    return this.#levels === null;
  }

  /** RFC 5280 6.1.3 d and e; `takesAny` says whether anyPolicy of this certificate counts. */
  addCertificate(policies: ReadonlySet<string> | null, takesAny: boolean): void {
    if (this.#levels === null) return;
    const above = this.#levels.at(-1)!;
    const level: Level = new Map();
    const vouching = parentsByExpectation(above);
    for (const policy of policies ?? []) {
      if (policy === ANY_POLICY) continue;
      const parents = vouching.get(policy) ?? (above.has(ANY_POLICY) ? [ANY_POLICY] : []);
      if (parents.length > 0) level.set(policy, nodeFor(policy, parents));
    }
    if (takesAny && policies?.has(ANY_POLICY) === true)
      for (const [policy, parents] of vouching) if (!level.has(policy)) level.set(policy, nodeFor(policy, parents));
    this.#push(level);
  }

  /** RFC 5280 6.1.4 b, on the level just added; where mapping is inhibited a mapped policy ends here. */
  map(mappings: ReadonlyMap<string, ReadonlySet<string>>, inhibited: boolean): void {
    const level = this.#levels?.pop();
    if (level === undefined) return;
    for (const [from, to] of mappings) {
      const node = level.get(from);
      if (inhibited) level.delete(from);
      else if (node !== undefined) level.set(from, { ...node, expected: to });
      else if (level.has(ANY_POLICY)) level.set(from, { parents: new Set([ANY_POLICY]), expected: to });
    }
    this.#push(level);
  }

  /**
   * RFC 9618 5.6: the policies, in words of the anchor's domain, that the whole path is good for and the asker accepts;
   * anyPolicy among them where the path is good for every one.
   */
  acceptedOf(initial: ReadonlySet<string>): Set<string> {
    const found = new Set<string>();
    let reached: ReadonlySet<string> = new Set(this.#levels?.at(-1)?.keys());
    for (const level of this.#levels?.slice(1).toReversed() ?? []) {
      const parents = new Set<string>();
      for (const policy of reached) {
        const node = level.get(policy)!;
        for (const parent of node.parents) parents.add(parent);
        // Below anyPolicy a policy appears under its name in the anchor's domain.
        if (policy !== ANY_POLICY && node.parents.has(ANY_POLICY)) found.add(policy);
      }
      reached = parents;
    }
    const toTheEnd = this.#levels?.at(-1)?.has(ANY_POLICY) === true;
    if (initial.has(ANY_POLICY)) return toTheEnd ? found.add(ANY_POLICY) : found;
    return new Set([...initial].filter((policy) => toTheEnd || found.has(policy)));
  }

  #push(level: Level): void {
    if (level.size === 0) this.#levels = null;
    else this.#levels!.push(level);
  }
}

function parentsByExpectation(level: Level): Map<string, string[]> {
  const parents = new Map<string, string[]>();
  for (const [policy, { expected }] of level) {
    for (const each of expected) {
      const known = parents.get(each);
      if (known === undefined) parents.set(each, [policy]);
      else known.push(policy);
    }
  }
  return parents;
}
