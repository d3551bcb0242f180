import type { ReactNode } from 'react'
import { PageHead } from './page-head'

/** A page that cannot be shown, under its own name: what stands against it, and the way on. */
export function PageRefused({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <PageHead title={title} />
      {children}
    </>
  )
}
