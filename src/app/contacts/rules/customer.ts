import { createHmac } from 'node:crypto'

/** Written as a telephone number: digits and what stands between them, beginning as one does. */
const TELEPHONE = /^(\+|00|0)[\d\s().\-/]{8,20}$/

/** What a source writes for a customer, made the same however it is typed. */
function sameWords(customer: string): string {
  const text = customer.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
  return TELEPHONE.test(text) ? text.replace(/\D/g, '').replace(/^00/, '') : text
}

/**
 * A function that makes of a customer's name, number or address a key from which it cannot be had back: HMAC-SHA256
 * with the installation's secret, bound to the organisation. The same customer has the same key in every file.
 */
export function customerKeys(secret: string, orgId: string): (customer: string) => string {
  const known = new Map<string, string>()
  return (customer) => {
    const seen = known.get(customer)
    if (seen !== undefined) return seen
    const key = createHmac('sha256', secret)
      .update(`${orgId}\n${sameWords(customer)}`)
      .digest('base64url')
    known.set(customer, key)
    return key
  }
}
