'use client'

import { useTranslations } from 'next-intl'
import { FigureButton } from './figure-button'
import { useFormGround } from './form-ground'
import styles from './form-pane.module.css'
import { FormPick } from './form-pick'

/** A picture of the draft, chosen or brought along. */
export function FormFigure({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (path: string) => void
}) {
  const t = useTranslations('editor.form')
  const { figures, figureState, addFigures } = useFormGround()
  const add = async (files: readonly File[]) => {
    const [path] = await addFigures(files.slice(0, 1))
    if (path !== undefined) onChange(path)
  }
  const missing = !figures.includes(value)
  return (
    <div className={styles.group}>
      <FormPick
        label={label}
        value={missing ? '' : value}
        options={[
          ...(missing ? [{ value: '', label: t('noFigure') }] : []),
          ...figures.map((path) => ({ value: path, label: path.replace(/^figures\//, '') })),
        ]}
        onChange={onChange}
      />
      <FigureButton state={figureState} onFiles={(files) => void add(files)} />
    </div>
  )
}
