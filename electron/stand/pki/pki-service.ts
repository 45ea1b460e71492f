/** The public addresses of the stand's certificate authority: OCSP (RFC 6960), time-stamps (RFC 3161), CRLs and certificates. */
import type { CrlName } from '../authority/index.ts';
import { bytes, empty, text } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';

export function pkiRoutes(world: StandWorld): Route[] {
  const crl = (of: CrlName): Route => ({
    method: 'GET',
    pattern: `/crl/${of}.crl`,
    service: 'crl',
    handle: async () => bytes('application/pkix-crl', await (await world.authority()).crl(of)),
  });
  const certificate = (name: string, of: 'issuer' | 'root' | 'gostIssuer' | 'gostRoot'): Route => ({
    method: 'GET',
    pattern: `/cert/${name}.cer`,
    service: null,
    handle: async () => bytes('application/pkix-cert', (await world.authority())[of]),
  });
  return [
    {
      method: 'POST',
      pattern: '/ocsp',
      service: 'ocsp',
      handle: async (request) =>
        bytes('application/ocsp-response', await (await world.authority()).respondOcsp(await request.bytes())),
    },
    {
      method: 'POST',
      pattern: '/tsp',
      service: 'tsp',
      async handle(request) {
        if (request.headers['content-type'] !== 'application/timestamp-query') return empty(415);
        return bytes('application/timestamp-reply', await (await world.authority()).respondTsp(await request.bytes()));
      },
    },
    ...(['issuer', 'issuer-delta', 'root', 'gost-issuer', 'gost-issuer-delta', 'gost-root'] as const).map(crl),
    {
      method: 'GET',
      pattern: '/cert/cps',
      service: null,
      handle: () => text('text/plain', 'TEST. Certificates of the training stand prove nothing outside it.\n'),
    },
    certificate('issuer', 'issuer'),
    certificate('root', 'root'),
    certificate('gost-issuer', 'gostIssuer'),
    certificate('gost-root', 'gostRoot'),
  ];
}
