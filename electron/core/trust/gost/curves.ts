/** The three curves of Kazakh GOST keys: closed parameter sets, named by what stands in the parameters of a key. */
import type { IField } from '@noble/curves/abstract/modular.js';
import { weierstrass, type WeierstrassPointCons } from '@noble/curves/abstract/weierstrass.js';
import { specialPrimeField } from './special-prime-field.ts';

export interface GostCurve {
  name: string;
  /** Octets of a coordinate, and of each half of a signature. */
  size: 32 | 64;
  Point: WeierstrassPointCons<bigint>;
}

export interface CurveParameters {
  name: string;
  size: 32 | 64;
  field: IField<bigint>;
  a: bigint;
  b: bigint;
  order: bigint;
  cofactor: bigint;
  base: readonly [x: bigint, y: bigint];
}

export function gostCurve({ name, size, field, a, b, order, cofactor, base: [Gx, Gy] }: CurveParameters): GostCurve {
  const Point = weierstrass({ p: field.ORDER, a: field.create(a), b, n: order, h: cofactor, Gx, Gy }, { Fp: field });
  // The library's own six bits take a tenth of a second at first use.
  Point.BASE.precompute(4);
  return { name, size, Point };
}

const PRIME_512 = specialPrimeField(512, 569n);
const PRIME_256 = specialPrimeField(256, 617n);

/** GOST 34.10-2015-512: id-tc26-gost-3410-12-512-paramSetA (RFC 7836 A.2). */
export const CURVE_512_A = gostCurve({
  name: '512-A',
  size: 64,
  field: PRIME_512,
  a: -3n,
  b: 0xe8c2505dedfc86ddc1bd0b2b6667f1da34b82574761cb0e879bd081cfd0b6265ee3cb090f30d27614cb4574010da90dd862ef9d4ebee4761503190785a71c760n,
  order:
    0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff27e69532f48d89116ff22b8d4e0560609b4b38abfad2b85dcacdb1411f10b275n,
  cofactor: 1n,
  base: [
    3n,
    0x7503cfe87a836ae3a61b8816e25450e6ce5e1c93acf1abc1778064fdcbefa921df1626be4fd036e93d75e6a50e3a41e98028fe5fc235f5b889a589cb5215f2a4n,
  ],
});

/** GOST 34.10-2015-256: id-tc26-gost-3410-2012-256-paramSetA (RFC 7836 A.1). No certificate of the NCA with it was ever seen. */
export const CURVE_256_A = gostCurve({
  name: '256-A',
  size: 32,
  field: PRIME_256,
  a: 0xc2173f1513981673af4892c23035a27ce25e2013bf95aa33b22c656f277e7335n,
  b: 0x295f9bae7428ed9ccc20e7c359a9d41a22fccd9108e17bf7ba9337a6f8ae9513n,
  order: 0x400000000000000000000000000000000fd8cddfc87b6635c115af556c360c67n,
  cofactor: 4n,
  base: [
    0x91e38443a5e82c0d880923425712b2bb658b9196932e02c78b2582fe742daa28n,
    0x32879423ab1a0375895786c4bb46e9565fde0b5344766740af268adb32322e5cn,
  ],
});

/** GOST 34.310-2004: id-GostR3410-2001-CryptoPro-A-ParamSet (RFC 4357 11.4). */
export const CURVE_2004_A = gostCurve({
  name: '2004-A',
  size: 32,
  field: PRIME_256,
  a: -3n,
  b: 166n,
  order: 0xffffffffffffffffffffffffffffffff6c611070995ad10045841b09b761b893n,
  cofactor: 1n,
  base: [1n, 0x8d91e471e0989cda27df505a453f2b7635294f2ddf23e3b122acc99c9e9f1e14n],
});
