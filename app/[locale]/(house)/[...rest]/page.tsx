import { notFound } from 'next/navigation'

// Never kept: there are more addresses that nothing answers to than any disk holds.
export const dynamic = 'force-dynamic'

/** Addresses that nothing answers to land here, so that the page that says so speaks the reader's language. */
export default function UnknownPage() {
  notFound()
}
