'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react'
import type { Language } from '@/lib/core/language'
import type { FigureBox } from '@/lib/view/block'
import { Button } from '../../controls/button'
import { languageName, withWords, wordsIn } from '../editor/form-values'
import styles from './box-editor.module.css'
import { between, byKey, type EditedBox, isDrawn, moved, type Place, resized } from './box-moves'

/** Where a box begins that was not drawn but asked for. */
const fresh: FigureBox = [40, 40, 20, 15]

type Drag =
  | { readonly kind: 'draw'; readonly from: Place }
  | { readonly kind: 'move' | 'size'; readonly box: number; readonly from: Place; readonly at: FigureBox }

/** A picture whose parts are covered: drawn, moved and sized by pointer or keys, each with the name that answers it. */
export function BoxEditor({
  src,
  alt,
  boxes,
  languages,
  onChange,
}: {
  /** Null where the picture is not on this device. */
  readonly src: string | null
  readonly alt: string
  readonly boxes: readonly EditedBox[]
  /** Of the labels. */
  readonly languages: readonly Language[]
  readonly onChange: (boxes: readonly EditedBox[]) => void
}) {
  const t = useTranslations('teach.notes.boxes')
  const [main = 'en'] = languages
  const named = ({ label }: EditedBox) => wordsIn(label, main)
  const id = useId()
  const stage = useRef<HTMLDivElement>(null)
  const labels = useRef<HTMLOListElement>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const [drawn, setDrawn] = useState<FigureBox | null>(null)
  const placeOf = ({ clientX, clientY }: PointerEvent): Place => {
    const frame = stage.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1)
    return { x: (100 * (clientX - frame.left)) / frame.width, y: (100 * (clientY - frame.top)) / frame.height }
  }
  const put = (index: number, at: FigureBox) => onChange(boxes.map((box, i) => (i === index ? { ...box, at } : box)))
  const add = (at: FigureBox) => {
    onChange([...boxes, { at, label: '' }])
    // The name is asked for once its field is there.
    setTimeout(() => labels.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus())
  }
  const remove = (index: number) => onChange(boxes.filter((_, i) => i !== index))
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return
    const from = placeOf(event)
    const part = event.target.closest('[data-box]')
    const box = part === null ? null : Number(part.getAttribute('data-box'))
    const at = box === null ? undefined : boxes[box]?.at
    event.currentTarget.setPointerCapture(event.pointerId)
    if (box === null || at === undefined) {
      event.preventDefault()
      setDrag({ kind: 'draw', from })
    } else setDrag({ kind: event.target.closest('[data-corner]') === null ? 'move' : 'size', box, from, at })
  }
  const go = (event: PointerEvent) => {
    if (drag === null) return
    const to = placeOf(event)
    if (drag.kind === 'draw') setDrawn(between(drag.from, to))
    else put(drag.box, (drag.kind === 'move' ? moved : resized)(drag.at, to.x - drag.from.x, to.y - drag.from.y))
  }
  const end = () => {
    if (drag?.kind === 'draw' && drawn !== null && isDrawn(drawn)) add(drawn)
    setDrag(null)
    setDrawn(null)
  }
  const press = (event: KeyboardEvent, index: number, box: EditedBox) => {
    const next = byKey(box.at, event.key, event.shiftKey)
    if (next !== null) put(index, next)
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(index)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const style = ([left, top, width, height]: FigureBox) => ({
    left: `${left}%`,
    top: `${top}%`,
    width: `${width}%`,
    height: `${height}%`,
  })
  return (
    <div className={styles.editor}>
      <p className={styles.hint}>{src === null ? t('noPicture') : t('how')}</p>
      {src === null ? null : (
        <div
          ref={stage}
          className={styles.stage}
          onPointerDown={begin}
          onPointerMove={go}
          onPointerUp={end}
          onPointerCancel={() => {
            setDrag(null)
            setDrawn(null)
          }}
        >
          <img className={styles.image} src={src} alt={alt} draggable={false} />
          {boxes.map((box, index) => (
            <button
              key={index}
              type="button"
              className={styles.box}
              style={style(box.at)}
              data-box={index}
              aria-label={t('box', { number: index + 1, label: named(box) || t('unnamed') })}
              aria-describedby={`${id}-keys`}
              onKeyDown={(event) => press(event, index, box)}
            >
              {index + 1}
              <span className={styles.corner} data-corner aria-hidden="true" />
            </button>
          ))}
          {drawn === null ? null : <span className={styles.draft} style={style(drawn)} aria-hidden="true" />}
        </div>
      )}
      <p id={`${id}-keys`} className={styles.keys}>
        {t('keys')}
      </p>
      <ol ref={labels} className={styles.labels}>
        {boxes.map((box, index) => (
          <li key={index} className={styles.row}>
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            <span className={styles.names}>
              {languages.map((language) => (
                <input
                  key={language}
                  className={styles.label}
                  aria-label={
                    languages.length > 1
                      ? `${t('label', { number: index + 1 })} (${languageName(language)})`
                      : t('label', { number: index + 1 })
                  }
                  placeholder={languages.length > 1 ? languageName(language) : t('labelHere')}
                  lang={language}
                  value={wordsIn(box.label, language)}
                  onChange={({ target }) => {
                    const label = withWords(box.label, language, target.value, languages)
                    onChange(boxes.map((one, i) => (i === index ? { ...one, label } : one)))
                  }}
                />
              ))}
            </span>
            <Button weight="quiet" aria-label={t('removeOne', { number: index + 1 })} onClick={() => remove(index)}>
              {t('remove')}
            </Button>
          </li>
        ))}
      </ol>
      {src === null ? null : <Button onClick={() => add(fresh)}>{t('add')}</Button>}
    </div>
  )
}
