'use client'

import { useTranslations } from 'next-intl'
import { list, object, text } from '@/lib/core/decode'
import { Button } from '../../controls/button'
import { QrCode } from '../../settings/qr-code'
import styles from '../classes.module.css'

export interface SeatLink {
  readonly name: string
  readonly number: string
  readonly path: string
}

export const decodeSeatLinkList = list(object<SeatLink>({ name: text(200), number: text(200), path: text(300) }), 1000)
export const decodeSeatLinks = object<{ readonly links: readonly SeatLink[] }>({ links: decodeSeatLinkList })

/** Links to hand out, a strip each; printed, nothing else of the page is on the paper. */
export function SeatLinks({ links }: { readonly links: readonly SeatLink[] }) {
  const t = useTranslations('classes.manage')
  if (links.length === 0) return null
  return (
    <div className={styles.section}>
      <div className={styles.onScreen} role="status">
        <h3>{t('linksTitle')}</h3>
        <p>{t('linksLead')}</p>
        <p>
          <Button onClick={() => window.print()}>{t('print')}</Button>
        </p>
      </div>
      <ul className={styles.strips}>
        {links.map(({ name, number, path }) => {
          const address = window.location.origin + path
          return (
            <li key={path}>
              <div>
                <p>
                  <strong>{name}</strong> <span className={styles.quiet}>{number}</span>
                </p>
                <p className={styles.link}>{address}</p>
              </div>
              <QrCode text={address} label={name} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
