export { giveUp, resend, type Unconfirmed, unconfirmed } from './letters.ts'
