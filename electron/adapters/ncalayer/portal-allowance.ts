/** How many connections the pages of one origin, and of all of them, may hold, and how much they may have waiting: no page fills the desk's memory. */

export interface Allowance {
  connections: number;
  /** Octets that came and are not answered: half a frame, and requests behind an open dialog. */
  waitingBytes: number;
}

const MIB = 1024 * 1024;
/** A portal open in some tabs, two of them with a document of 100 MB in base 64; and as many portals as one person has open at once. */
export const PORTAL_ALLOWANCE: Readonly<Record<'one' | 'all', Allowance>> = {
  one: { connections: 16, waitingBytes: 300 * MIB },
  all: { connections: 64, waitingBytes: 600 * MIB },
};

export interface Guest {
  /** Whether it and the others still are within what is allowed. */
  isWithin(): boolean;
  leave(): void;
}

export interface PortalGuests {
  /** Null where there are too many. @param waiting octets of this connection that came and are not answered */
  enter(origin: string, waiting: () => number): Guest | null;
}

interface Place {
  origin: string;
  waiting(): number;
}

export function createPortalGuests(allowed: typeof PORTAL_ALLOWANCE): PortalGuests {
  const places = new Set<Place>();
  const bytesOf = (some: readonly Place[]): number => some.reduce((sum, { waiting }) => sum + waiting(), 0);
  const ofOrigin = (wanted: string): Place[] => [...places].filter(({ origin }) => origin === wanted);
  return {
    enter(origin, waiting) {
      if (places.size >= allowed.all.connections || ofOrigin(origin).length >= allowed.one.connections) return null;
      const place = { origin, waiting };
      places.add(place);
      return {
        isWithin: () => bytesOf([...places]) <= allowed.all.waitingBytes && bytesOf(ofOrigin(origin)) <= allowed.one.waitingBytes,
        leave: () => void places.delete(place),
      };
    },
  };
}
