import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type LocaleParams, readLocale } from '@/app/_i18n/locale'
import { PageHead } from '@/app/_ui/shell/page-head'
import { Prose } from '@/app/_ui/shell/prose'

/** What is shipped with the page and asks to be named, with the file that holds its licence. */
const shipped = [
  { name: 'Inter', file: 'inter.txt' },
  { name: 'Source Serif 4', file: 'source-serif-4.txt' },
  { name: 'JetBrains Mono', file: 'jetbrains-mono.txt' },
  { name: 'KaTeX', file: 'katex.txt' },
] as const

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  await readLocale(params)
  return { title: (await getTranslations('licences'))('title') }
}

export default async function LicencesPage({ params }: LocaleParams) {
  await readLocale(params)
  const t = await getTranslations('licences')
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Prose>
        <section>
          <h2>{t('shipped')}</h2>
          <ul>
            {shipped.map(({ name, file }) => (
              <li key={file}>
                <a href={`/licences/${file}`}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t('decks')}</h2>
          <p>{t('decksText')}</p>
        </section>
      </Prose>
    </>
  )
}
