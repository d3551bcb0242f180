'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '../controls/button'
import { Field } from '../controls/field'
import styles from './classes.module.css'

/** Takes a code to the page that shows the class before it is joined. */
export function EnterCode() {
  const t = useTranslations('classes')
  const router = useRouter()
  const [code, setCode] = useState('')
  const look = (event: FormEvent) => {
    event.preventDefault()
    const typed = code.replace(/[\s-]/g, '')
    if (typed !== '') router.push(`/join/${encodeURIComponent(typed)}`)
  }
  return (
    <form className={styles.form} onSubmit={look}>
      <Field
        label={t('codeLabel')}
        hint={t('codeHint')}
        value={code}
        maxLength={40}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="submit" weight="primary" disabled={code.trim() === ''}>
        {t('look')}
      </Button>
    </form>
  )
}
