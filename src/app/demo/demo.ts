import type { PageProps } from '../../ui/layout.tsx'

/** The line at the top of every page of the demo. */
export type DemoLine = NonNullable<PageProps['demo']>
