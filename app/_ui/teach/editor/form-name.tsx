'use client'

import { useTranslations } from 'next-intl'
import type { FieldPath } from '@/lib/content/yaml/edit-item'
import { useFormGround } from './form-ground'
import { FormText } from './form-text'

/** What a named entry is called. One that is empty, or called like another, stays as it was. */
export function FormName({ name, path }: { readonly name: string; readonly path: FieldPath }) {
  const t = useTranslations('editor.form')
  const { rename } = useFormGround()
  return (
    <FormText
      label={t('name')}
      value={name}
      code
      onChange={(text) => {
        const next = text.trim()
        if (next !== '' && next !== name) rename(path, next)
      }}
    />
  )
}
