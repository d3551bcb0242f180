'use client'

import Link from 'next/link'
import { useSelectedLayoutSegment } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { CourseIcon, ProgressIcon, SettingsIcon, TeachIcon, TodayIcon } from './tab-icons'
import styles from './tabs.module.css'

/** Every place of the house: one line here is one tab. `segment` is the folder below the layout that holds the tabs. */
const places = [
  { name: 'today', href: '/', segment: null, Icon: TodayIcon },
  { name: 'course', href: '/course', segment: 'course', Icon: CourseIcon },
  { name: 'progress', href: '/progress', segment: 'progress', Icon: ProgressIcon },
  { name: 'teach', href: '/teach', segment: 'teach', Icon: TeachIcon },
  { name: 'settings', href: '/settings', segment: 'settings', Icon: SettingsIcon },
] as const

/** At the thumb on a phone, on top on a desktop. */
export function Tabs() {
  const t = useTranslations('shell')
  // The address says nothing reliable while a page is prerendered; the layout's own segment does.
  const segment = useSelectedLayoutSegment()
  return (
    <nav className={styles.tabs} aria-label={t('nav')}>
      {places.map(({ name, href, segment: own, Icon }) => (
        <Link
          key={name}
          href={href}
          prefetch={false}
          className={styles.tab}
          aria-current={segment === own ? 'page' : undefined}
        >
          <Icon />
          <span>{t(name)}</span>
        </Link>
      ))}
    </nav>
  )
}
