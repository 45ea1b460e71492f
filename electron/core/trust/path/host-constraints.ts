/** Constraints on hosts (RFC 5280 4.2.1.10): “example.com” is that host alone, “.example.com” everything below it. */
import { PrefixTree } from './prefix-tree.ts';

/** Labels of a host name, the last first; null for what is none. Punycode is compared as it is written. */
export function labelsOf(host: string): string[] | null {
  if (host.length > 253) return null;
  const labels = host.toLowerCase().split('.');
  return labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label)) ? labels.toReversed() : null;
}

export class HostConstraints {
  readonly #hosts = new PrefixTree();
  readonly #domains = new PrefixTree();

  /** False where the constraint cannot be read. */
  add(constraint: string): boolean {
    const isBelow = constraint.startsWith('.');
    const labels = labelsOf(isBelow ? constraint.slice(1) : constraint);
    if (labels === null) return false;
    (isBelow ? this.#domains : this.#hosts).add(labels);
    return true;
  }

  /** @param labels of a host, the last first */
  encloses(labels: readonly string[]): boolean {
    return this.#hosts.has(labels) || this.#domains.hasBeginningOf(labels.slice(0, -1));
  }
}
