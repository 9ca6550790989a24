/** RFC 5321, 4.5.3.1.3: a path has 256 characters, two of them its brackets. */
const LONGEST = 254
const ADDRESS = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}$/

/** Whether a text is one e-mail address that can be written to as it stands: no name around it, no second one beside it. */
export function isEmail(text: string): boolean {
  return text.length <= LONGEST && ADDRESS.test(text)
}
