import { notFound } from 'next/navigation'

/** Addresses that nothing answers to land here, so that the page that says so speaks the reader's language. */
export default function UnknownPage() {
  notFound()
}
