/** The capabilities in the order of the thread. Each may use only the doors of those before it. */
export const ORDER = [
  'history',
  'people',
  'frameworks',
  'roles',
  'contacts',
  'measures',
  'evidence',
  'reflections',
  'assessments',
  'plans',
  'reviews',
  'readiness',
  'portfolio',
  'home',
  'demo',
] as const
