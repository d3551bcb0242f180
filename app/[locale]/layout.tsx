import '@fontsource-variable/inter'
import '@fontsource-variable/source-serif-4'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import '@fontsource-variable/jetbrains-mono'
import 'katex/dist/katex.min.css'
import '../globals.css'
import type { Metadata, Viewport } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type LocaleParams, readLocale } from '../_i18n/locale'
import { MessagesFor } from '../_i18n/messages-for'
import { routing } from '../_i18n/routing'
import { BootScript } from '../_ui/shell/boot-script'
import { OfflineReady } from '../_ui/shell/offline-ready'

export const generateStaticParams = () => routing.locales.map((locale) => ({ locale }))

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  // The keypad and the grade bar stay above an on-screen keyboard instead of under it.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#151513' },
  ],
}

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  const t = await getTranslations('shell')
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('description'),
    applicationName: t('name'),
    appleWebApp: { title: t('name'), statusBarStyle: 'default' },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  }
}

export default async function RootLayout({ params, children }: LocaleParams & { children: ReactNode }) {
  const language = await readLocale(params)
  return (
    // The boot script writes attributes React does not know of.
    <html lang={language === 'zh' ? 'zh-CN' : 'en'} suppressHydrationWarning>
      <head>
        <BootScript />
      </head>
      <body>
        <MessagesFor areas={[]}>{children}</MessagesFor>
        <OfflineReady language={language} />
      </body>
    </html>
  )
}
