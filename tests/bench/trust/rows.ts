/** One line of the report: the product and its peers in one unit. */

export const PEERS = ['product', 'node:crypto', 'pkijs', 'xml-crypto', 'openssl'] as const;
export type Peer = (typeof PEERS)[number];

/** A peer that is left out or null does not do this, or is not on this machine. */
export type Row = { name: string; unit: 'us' | 'ms' | 'MiB/s' } & Partial<Record<Peer, number | null>>;

export const inMs = (microseconds: number | null): number | null => (microseconds === null ? null : Number((microseconds / 1000).toPrecision(3)));
