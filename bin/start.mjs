import { run } from './lib/run.mjs'

await run('main.js', process.argv.slice(2), (line) => console.log(line))
