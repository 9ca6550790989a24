import { Socket } from 'node:net'

const fd = Number(process.env.GOLDTHREAD_LIFELINE)
delete process.env.GOLDTHREAD_LIFELINE

if (fd > 2) {
  const line = new Socket({ fd, readable: true, writable: false })
  line.on('error', () => {})
  line.on('close', () => process.kill(process.pid, 'SIGTERM'))
  line.resume()
  line.unref()
}
