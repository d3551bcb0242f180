import type { ButtonHTMLAttributes } from 'react'
import styles from './aside-button.module.css'

/** Something one may do beside what is asked here: it stands in the text, small and underlined. */
export function AsideButton(props: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'>) {
  return <button type="button" {...props} className={styles.aside} />
}
