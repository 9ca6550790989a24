import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'

const HOME = '/home/dana'

test('Dana sets nothing: the server listens on this machine alone and keeps its data in her own folder', () => {
  assert.deepEqual(readConfig({ HOME }), {
    port: 3000,
    host: '127.0.0.1',
    dataDir: '/home/dana/.local/share/goldthread',
    databaseUrl: null,
    publicUrl: 'http://localhost:3000',
    trustedProxy: null,
    demo: true,
    smtpUrl: null,
    mailFrom: 'Goldthread <goldthread@localhost>',
    timeTravel: null,
    loopback: true,
  })
})

test('Every setting that Dana gives is used', () => {
  assert.deepEqual(
    readConfig({
      HOME,
      PORT: '8080',
      HOST: '0.0.0.0',
      GOLDTHREAD_DATA: '/srv/goldthread',
      DATABASE_URL: 'postgresql://goldthread@/goldthread?host=/run/postgresql',
      GOLDTHREAD_URL: 'https://goldthread.example.org/',
      GOLDTHREAD_TRUSTED_PROXY: '10.0.0.0/24',
      GOLDTHREAD_DEMO: 'off',
      GOLDTHREAD_SMTP_URL: 'smtp://mail.example.org:587',
      GOLDTHREAD_MAIL_FROM: 'Larkfield <people@larkfield.example>',
    }),
    {
      port: 8080,
      host: '0.0.0.0',
      dataDir: '/srv/goldthread',
      databaseUrl: 'postgresql://goldthread@/goldthread?host=/run/postgresql',
      publicUrl: 'https://goldthread.example.org',
      trustedProxy: '10.0.0.0/24',
      demo: false,
      smtpUrl: 'smtp://mail.example.org:587',
      mailFrom: 'Larkfield <people@larkfield.example>',
      timeTravel: null,
      loopback: false,
    },
  )
})

test('The data folder is the one named, else the one of the desktop standard, else under the home folder', () => {
  assert.equal(readConfig({ HOME, XDG_DATA_HOME: '/data' }).dataDir, '/data/goldthread')
  assert.equal(readConfig({ HOME, XDG_DATA_HOME: 'not-absolute' }).dataDir, `${HOME}/.local/share/goldthread`)
  assert.equal(readConfig({ HOME, GOLDTHREAD_DATA: '/a', XDG_DATA_HOME: '/b' }).dataDir, '/a')
})

test('A setting that is set to nothing counts as not set', () => {
  assert.equal(readConfig({ HOME, PORT: '', DATABASE_URL: ' ' }).port, 3000)
  assert.equal(readConfig({ HOME, DATABASE_URL: '' }).databaseUrl, null)
})

test('The server counts as reached from this machine alone only where nothing says otherwise', () => {
  assert.equal(readConfig({ HOME, HOST: '::1' }).loopback, true)
  assert.equal(
    readConfig({ HOME, HOST: 'localhost', GOLDTHREAD_URL: 'http://127.0.0.1:3000' }).loopback,
    true,
  )
  assert.equal(readConfig({ HOME, HOST: '::' }).loopback, false)
  assert.equal(readConfig({ HOME, GOLDTHREAD_URL: 'https://people.larkfield.example' }).loopback, false)
  assert.equal(readConfig({ HOME, GOLDTHREAD_TRUSTED_PROXY: '127.0.0.1' }).loopback, false)
})

const WRONG: [string, string][] = [
  ['PORT', '70000'],
  ['PORT', '80a'],
  ['HOST', 'http://here'],
  ['DATABASE_URL', 'mysql://here/goldthread'],
  ['GOLDTHREAD_URL', 'goldthread.example.org'],
  ['GOLDTHREAD_URL', 'https://example.org/goldthread'],
  ['GOLDTHREAD_TRUSTED_PROXY', 'the-proxy'],
  ['GOLDTHREAD_TRUSTED_PROXY', '10.0.0.0/40'],
  ['GOLDTHREAD_DEMO', 'no'],
  ['GOLDTHREAD_SMTP_URL', 'mail.example.org'],
  ['GOLDTHREAD_MAIL_FROM', 'Goldthread'],
]

for (const [name, value] of WRONG) {
  test(`${name}=${value} is refused in one line that names it`, () => {
    assert.throws(() => readConfig({ HOME, [name]: value }), {
      message: new RegExp(`^${name} is n[^\\n]+\\.$`),
    })
  })
}

test('The clock can be moved by a header only where this machine alone can reach the server', () => {
  assert.deepEqual(readConfig({ HOME, GOLDTHREAD_TIME_TRAVEL: 'on' }).timeTravel, { from: null })
  assert.deepEqual(readConfig({ HOME, GOLDTHREAD_TIME_TRAVEL: '2026-01-12T09:00:00.000Z' }).timeTravel, {
    from: new Date('2026-01-12T09:00:00Z'),
  })
  assert.throws(() => readConfig({ HOME, HOST: '0.0.0.0', GOLDTHREAD_TIME_TRAVEL: 'on' }), /move the clock/)
})

test('Several wrong settings are all named at once, a line each', () => {
  assert.throws(() => readConfig({ HOME, PORT: 'x', GOLDTHREAD_DEMO: 'x' }), {
    message: /^PORT .+\nGOLDTHREAD_DEMO .+$/,
  })
})
