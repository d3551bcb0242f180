import Link from 'next/link'
import { buttonClass, type Look } from './button'

/** The look of a button for going somewhere. */
export function ButtonLink({ weight = 'secondary', large = false, href, children }: Look & { readonly href: string }) {
  return (
    <Link href={href} prefetch={false} className={buttonClass(weight, large)}>
      {children}
    </Link>
  )
}
