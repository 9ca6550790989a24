import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** A key and a certificate of localhost for tests alone: nobody else trusts them, and they open nothing. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgv8wbqPNQgjPufQ3J
pvgtBTEnawKi0sddUCfYijIWzH+hRANCAATqAmVf8yh1TxdABqLKYQFFQ2jL8VH5
4tazbgPEe87VfDhsbOL6BK4dJ1xvdEYEFiuPr1HltB1jQ+OVoNc07Gd8
-----END PRIVATE KEY-----`

export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBnjCCAUWgAwIBAgIUL7+svKTbBs+kzvcBzR5jppZ/ihwwCgYIKoZIzj0EAwIw
FjEUMBIGA1UEAwwLZmFyLmV4YW1wbGUwIBcNMjYxMTIyMTI0MTQ2WhgPMjEyNjEw
MjkxMjQxNDZaMBYxFDASBgNVBAMMC2Zhci5leGFtcGxlMFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAE6gJlX/ModU8XQAaiymEBRUNoy/FR+eLWs24DxHvO1Xw4bGzi
+gSuHSdcb3RGBBYrj69R5bQdY0PjlaDXNOxnfKNvMG0wHQYDVR0OBBYEFBaPQlnY
2T7USKmYyi1HKLL9ors5MB8GA1UdIwQYMBaAFBaPQlnY2T7USKmYyi1HKLL9ors5
MA8GA1UdEwEB/wQFMAMBAf8wGgYDVR0RBBMwEYIJbG9jYWxob3N0hwR/AAABMAoG
CCqGSM49BAMCA0cAMEQCICsVv9F2qPG+gh2fPvQCgsW9kH3cRrPGRMJzKN7zq7me
AiBCQEGrffTtfic+Kg/zv73cJ03B710gncJZNZeEDwdSqw==
-----END CERTIFICATE-----`

/** A server on this machine that speaks https, for as long as the work takes. */
export async function withHttps<T>(
  answer: RequestListener,
  work: (origin: string) => Promise<T>,
): Promise<T> {
  const server = createServer({ key: KEY, cert: CERTIFICATE }, answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await work(`https://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
