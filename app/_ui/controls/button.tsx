import type { ButtonHTMLAttributes, ReactNode } from 'react'
import styles from './button.module.css'

export type Weight = 'primary' | 'secondary' | 'quiet'

export interface Look {
  readonly weight?: Weight
  readonly large?: boolean
  readonly children: ReactNode
}

/** The class of a button's look, for elements that are not buttons. */
export const buttonClass = (weight: Weight, large: boolean): string =>
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
      className={buttonClass(weight, large)}
      aria-busy={busy || undefined}
      disabled={busy || rest.disabled}
    >
      {children}
    </button>
  )
}
