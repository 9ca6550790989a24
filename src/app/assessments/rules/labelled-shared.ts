/**
 * Our own labels of texts that lie beside the project: which file, which line counted from 0, the first 16 hex digits of
 * the text's SHA-256, and whether it tells of one particular happening (c) or only of how somebody is, a habit, a wish
 * or advice (g). Every text of the feedback, and every sixth goal: a goal tells of nothing that has happened. Labelled
 * by reading, before the rule was written.
 */
const LINES = `
feedback 0 45258925e171c83c g
feedback 1 04f55849fc47e25b c
feedback 2 fc5bb04e467bef9d c
feedback 3 e1d50d6948e1f10e g
feedback 4 8f73e09446a446a3 g
feedback 5 ce5490606f8346d2 g
feedback 6 5b2155fdada32e4b c
feedback 7 2da983c6361465b2 c
feedback 8 1768d8a8f04357ae g
feedback 9 4d8323659b3f22c1 g
feedback 10 f5414647bb953c04 g
feedback 11 71841718227e1663 c
feedback 12 7f50bea63ffd4c3a c
feedback 13 734c1880619b2a51 g
feedback 14 fc0735bbd2dc130c c
feedback 15 c30ab2365abf1df9 g
feedback 16 abb7e99d0bcb3a69 c
feedback 17 992aad00dbb4ac29 c
feedback 18 7abb0d674cd31765 c
feedback 19 26d1aa55f2f29510 c
feedback 20 8f61e5e4503e72ff g
feedback 21 ea10364eda003696 c
feedback 22 36ff89f0de8a986d c
feedback 23 fa20cfc33608f123 c
feedback 24 d307509b45deef61 g
feedback 25 b99d9db479ee9aff g
feedback 26 c05ea60f592a3578 g
feedback 27 3b4e8d1773285809 g
feedback 28 75774231f262051c c
feedback 29 645f5a2ea8978719 c
feedback 30 a607d6aaba6b75c4 g
feedback 31 30b07125a9901419 c
feedback 32 49e810902fa1d103 c
feedback 33 ec3afbc0191ba1db g
feedback 34 249a3efe2fd08db1 c
feedback 35 1a2b817f3e431610 g
feedback 36 a88151b5998b2c25 g
feedback 37 e92364436f0aa17e c
feedback 38 2158e2c0f7f45578 c
feedback 39 31d7d2975e2e9459 g
feedback 40 2ba662bc1f4f5b8e g
feedback 41 0de3c4969d9c5d09 g
feedback 42 b4528fff7787fbf3 c
feedback 43 5117aaf0be4188d6 g
feedback 44 4f85efc4129c8b42 g
feedback 45 550b5d4f55add984 g
feedback 46 3dfabddb96d1f92e g
feedback 47 45d9eab0a8066073 g
feedback 48 cd6f6d17f42d94d6 g
feedback 49 faf07c4a0e9505f4 g
feedback 50 c19606e70b6e128b g
feedback 51 571671ec4e29db34 g
feedback 52 be9f6ff4c8fd8e01 g
feedback 53 dd45d7fa566899bd g
feedback 54 1aefef55f5229b37 g
feedback 55 1a1e5498852c70a4 g
feedback 56 782357fbdf92ba03 g
feedback 57 93c7783c09cf6e7e g
feedback 58 dd906fd2656649ca g
feedback 59 5be7a9e3a3bc5592 g
feedback 60 27568d8b63538d2a g
feedback 61 63b56d9670ef8401 g
feedback 62 28c58de1611de054 g
feedback 63 82bd29e73c5d8b39 g
feedback 64 c901c60325b4338a g
feedback 65 b4c9f099af46bced g
feedback 66 fdc8d6e4c9a16eb3 g
feedback 67 2840d9e8290bd943 c
feedback 68 87b45c7c7d89a1e0 g
feedback 69 88b564bcc6d8a4ef g
feedback 70 c7e1be4b4944ad98 g
feedback 71 6f374b135513b2e3 c
feedback 72 e26e35fd7d20d675 g
feedback 73 51f78ec9178335aa g
feedback 74 79d834268e034213 g
feedback 75 aeb7a5d2d29650b0 g
feedback 76 181ab4383aec4a48 c
feedback 77 4053c6bf108e0746 g
feedback 78 739155c619479a5a g
feedback 79 59544094a33c9c07 c
feedback 80 89d8de3fdff1027d g
feedback 81 2d2a0d9116b65b8c c
feedback 82 b8ef8b6bbf4f7efe g
feedback 83 3e513a6d7e218e58 g
feedback 84 e2840bf932d04ec8 c
feedback 85 d02a68e85a0bf23a c
feedback 86 86be207d35a069d2 g
feedback 87 ccbe37d6078a63eb g
feedback 88 cf7bb865c7d47896 g
feedback 89 682be4a8528b7a00 c
feedback 90 ff1e49bbfb7e39db c
feedback 91 b55bc780c977fee7 c
feedback 92 5ac62a1703b7220f g
feedback 93 3a8aa7921fb1e6bf g
feedback 94 ac41700ed536abb6 g
feedback 95 dcbf37721828fbc5 c
feedback 96 902e39d0b0d47079 g
feedback 97 e6591671c926435d g
feedback 98 4fa92bdd5db02e96 g
feedback 99 f99acfe125f59bdc g
feedback 100 ddf1eff2d0082e35 c
feedback 101 64c87b4cf441f16d c
feedback 102 a19ac9e13bfa5776 c
feedback 103 f8e7afa4f0353f47 c
feedback 104 b2922bf5e4ceeb92 g
feedback 105 a1ba25a058c8e84f g
feedback 106 9033f0aa0b481a54 g
feedback 107 f4de74ad5507ece1 c
feedback 108 4892ac74a3e8db0a c
feedback 109 38ab67d0dea7f180 c
feedback 110 9a3fd1163ec8daa6 c
feedback 111 0174e32a3ffa2b25 c
feedback 112 69734bda985ca6a4 g
feedback 113 905e8f28bd9580fb c
feedback 114 bd20e648faf55614 c
feedback 115 3754b18fe2687f44 c
feedback 116 bb63a3bb1e3baafa c
feedback 117 39d84d44da8d75e0 g
goals 0 eadfeaea9fd1f11a g
goals 6 3dc6e43de57c1e4d g
goals 12 c6998e38e2bb789c g
goals 18 abf0ad3f69b15e43 g
goals 24 fe3ff737d584770d g
goals 30 821de5cb99e38e57 g
goals 36 593f08bd25245198 g
goals 42 67d8e0fe420b344a g
goals 48 d8329d76d8195596 g
goals 54 b7ef1a2910846e27 g
goals 60 acf91a49afdb4c81 g
goals 66 b54eec6f221e77ea g
goals 72 c7c10d48240ebba0 g
goals 78 326b34496c3dfd1c g
goals 84 70184578fef35e6a g
goals 90 b83626f87a3497d5 g
goals 96 2225bb8d76c64a51 g
goals 102 5779a1f941e5daf4 g
goals 108 c22dfaa1dc667338 g
goals 114 4277d563f75a590c g
goals 120 02d754531fb1285e g
goals 126 87c8647ae25de620 g
goals 132 74785929c943c4a3 g
goals 138 1933b2a0a2da5f3c g
goals 144 98426b6a18aa89e7 g
goals 150 a56269c28e578836 g
goals 156 5bf06a080d616d6f g
goals 162 6701f1f9f7bd784a g
goals 168 a1ba651774c8d299 g
goals 174 950a3830901bae22 g
goals 180 9852228bcce7edfc g
goals 186 f561121608dcb6e5 g
goals 192 348aaffeacef4dc5 g
`

export type SharedLabel = { file: 'feedback' | 'goals'; line: number; hash: string; concrete: boolean }

export const SHARED_LABELS: readonly SharedLabel[] = LINES.trim()
  .split('\n')
  .map((row) => {
    const [file, line, hash = '', label] = row.split(' ')
    return {
      file: file === 'goals' ? 'goals' : 'feedback',
      line: Number(line),
      hash,
      concrete: label === 'c',
    }
  })
