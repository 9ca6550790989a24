export { chooseNotices, setHours } from './choosing.ts'
export { closeFeed, feedOf, openFeed } from './feed.ts'
export { giveUp, resend, type Unconfirmed, unconfirmed } from './unconfirmed.ts'
