/** Curves and an S-box of Russian GOST that the NCA does not use: the product refuses them, its equation must still be right on them. */
import { Field } from '@noble/curves/abstract/modular.js';
import { type GostCurve, gostCurve } from '../../../electron/core/trust/gost/curves.ts';

/** RFC 4357 11.2, id-GostR3411-94-CryptoProParamSet. */
export const CRYPTO_PRO_S_BOX: readonly string[] = [
  'a4568137dce092bf',
  '5f402db91763cea8',
  '7fce94103b526a8d',
  '4a7c0f28e165db93',
  '764b9c2a180efd35',
  '7624d9f0a15b8ec3',
  'de41705a3c8f629b',
  '13a95b4f867ed02c',
];

const curve = (
  name: string,
  size: 32 | 64,
  p: bigint,
  a: bigint,
  b: bigint,
  order: bigint,
  base: readonly [bigint, bigint],
  cofactor = 1n,
): [string, GostCurve] => [name, gostCurve({ name, size, field: Field(p), a, b, order, cofactor, base })];

export const FOREIGN_CURVES: Readonly<Record<string, GostCurve>> = Object.fromEntries([
  // RFC 4357 11.4
  curve(
    'id-GostR3410-2001-CryptoPro-B-ParamSet',
    32,
    0x8000000000000000000000000000000000000000000000000000000000000c99n,
    -3n,
    0x3e1af419a269a5f866a7d3c25c3df80ae979259373ff2b182f49d4ce7e1bbc8bn,
    0x800000000000000000000000000000015f700cfff1a624e5e497161bcc8a198fn,
    [1n, 0x3fa8124359f96680b83d1c3eb2c070e5c545c9858d03ecfb744bf8d717717efcn],
  ),
  curve(
    'id-GostR3410-2001-CryptoPro-C-ParamSet',
    32,
    0x9b9f605f5a858107ab1ec85e6b41c8aacf846e86789051d37998f7b9022d759bn,
    -3n,
    0x805an,
    0x9b9f605f5a858107ab1ec85e6b41c8aa582ca3511eddfb74f02f3a6598980bb9n,
    [0n, 0x41ece55743711a8c3cbf3783cd08c0ee4d4dc440d4641a8f366e550dfdb3bb67n],
  ),
  // RFC 7836 A.2
  curve(
    'id-tc26-gost-3410-12-512-paramSetB',
    64,
    (1n << 511n) + 111n,
    -3n,
    0x687d1b459dc841457e3e06cf6f5e2517b97c7d614af138bcbf85dc806c4b289f3e965d2db1416d217f8b276fad1ab69c50f78bee1fa3106efb8ccbc7c5140116n,
    0x800000000000000000000000000000000000000000000000000000000000000149a1ec142565a545acfdb77bd9d40cfa8b996712101bea0ec6346c54374f25bdn,
    [
      2n,
      0x1a8f7eda389b094c2c071e3647a8940f3c123b697578c213be6dd9e6c8ec7335dcb228fd1edf4a39152cbcaaf8c0398828041055f94ceeec7e21340780fe41bdn,
    ],
  ),
  curve(
    'id-tc26-gost-3410-2012-512-paramSetC',
    64,
    (1n << 512n) - 569n,
    0xdc9203e514a721875485a529d2c722fb187bc8980eb866644de41c68e143064546e861c0e2c9edd92ade71f46fcf50ff2ad97f951fda9f2a2eb6546f39689bd3n,
    0xb4c4ee28cebc6c2c8ac12952cf37f16ac7efb6a9f69f4b57ffda2e4f0de5ade038cbc2fff719d2c18de0284b8bfef3b52b8cc7a5f5bf0a3c8d2319a5312557e1n,
    0x3fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc98cdba46506ab004c33a9ff5147502cc8eda9e7a769a12694623cef47f023edn,
    [
      0xe2e31edfc23de7bdebe241ce593ef5de2295b7a9cbaef021d385f7074cea043aa27272a7ae602bf2a7b9033db9ed3610c6fb85487eae97aac5bc7928c1950148n,
      0xf5ce40d95b5eb899abbccff5911cb8577939804d6527378b8c108c3d2090ff9be18e2d33e3021ed2ef32d85822423b6304f726aa854bae07d0396e9a9addc40fn,
    ],
    4n,
  ),
  // RFC 7091 7.1 and 7.2
  curve(
    'id-GostR3410-2001-TestParamSet',
    32,
    0x8000000000000000000000000000000000000000000000000000000000000431n,
    7n,
    0x5fbff498aa938ce739b8e022fbafef40563f6e6a3472fc2a514c0ce9dae23b7en,
    0x8000000000000000000000000000000150fe8a1892976154c59cfc193accf5b3n,
    [2n, 0x8e2a8a0e65147d4bd6316030e16d19c85c97f0a9ca267122b96abbcea7e8fc8n],
  ),
  curve(
    'id-tc26-gost-3410-2012-512-paramSetTest',
    64,
    0x4531acd1fe0023c7550d267b6b2fee80922b14b2ffb90f04d4eb7c09b5d2d15df1d852741af4704a0458047e80e4546d35b8336fac224dd81664bbf528be6373n,
    7n,
    0x1cff0806a31116da29d8cfa54e57eb748bc5f377e49400fdd788b649eca1ac4361834013b2ad7322480a89ca58e0cf74bc9e540c2add6897fad0a3084f302adcn,
    0x4531acd1fe0023c7550d267b6b2fee80922b14b2ffb90f04d4eb7c09b5d2d15da82f2d7ecb1dbac719905c5eecc423f1d86e25edbe23c595d644aaf187e6e6dfn,
    [
      0x24d19cc64572ee30f396bf6ebbfd7a6c5213b3b3d7057cc825f91093a68cd762fd60611262cd838dc6b60aa7eee804e28bc849977fac33b4b530f1b120248a9an,
      0x2bb312a43bd2ce6e0d020613c857acddcfbf061e91e5f2c3f32447c259f39b2c83ab156d77f1496bf7eb3351e1ee4e43dc1a18b91b24640b6dbb92cb1add371en,
    ],
  ),
]);
