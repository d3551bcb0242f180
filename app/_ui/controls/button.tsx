import Link from 'next/link'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import styles from './button.module.css'

type Weight = 'primary' | 'secondary' | 'quiet'

interface Look {
  readonly weight?: Weight
  readonly large?: boolean
  readonly children: ReactNode
}

const classOf = (weight: Weight, large: boolean): string =>
  [styles.button, styles[weight], large ? styles.large : ''].filter(Boolean).join(' ')

/** A button names what happens. `busy` keeps its place and says so. */
export function Button({
  weight = 'secondary',
  large = false,
  busy = false,
  children,
  ...rest
}: Look & { readonly busy?: boolean } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children'>) {
  return (
    <button
      type="button"
      {...rest}
      className={classOf(weight, large)}
      aria-busy={busy || undefined}
      disabled={busy || rest.disabled}
    >
      {children}
    </button>
  )
}

/** The same look for going somewhere. */
export function ButtonLink({ weight = 'secondary', large = false, href, children }: Look & { readonly href: string }) {
  return (
    <Link href={href} prefetch={false} className={classOf(weight, large)}>
      {children}
    </Link>
  )
}
