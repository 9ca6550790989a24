import fc from 'fast-check'

/** Properties are tried on the same cases in each run, so that what fails fails for everybody; another seed draws others. */
fc.configureGlobal({ seed: Number(process.env.GOLDTHREAD_SEED ?? 20_261_122) })

export { fc }
