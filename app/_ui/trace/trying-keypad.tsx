'use client'

import { type RefObject, useContext, useEffect, useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useCoarsePointer } from '@/app/_ui/inputs/coarse-pointer'
import { Keypad } from '@/app/_ui/inputs/keypad'
import keypadStyles from '@/app/_ui/inputs/keypad.module.css'
import { KeypadDock } from '@/app/_ui/inputs/keypad-dock'
import { type KeypadKey, pressed } from '@/app/_ui/inputs/keypad-keys'
import { useAfterTap } from '@/app/_ui/inputs/use-after-tap'

const typesNumbers = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.type === 'text'

// The way a typed character arrives: React listens for it.
const put = (field: HTMLInputElement, text: string, at: number) => {
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  value?.set?.call(field, text)
  field.setSelectionRange(at, at)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** The docked keypad for whichever field inside has the focus, on devices that are touched. */
export function TryingKeypad({ within }: { within: RefObject<HTMLElement | null> }) {
  const coarse = useCoarsePointer()
  const dock = useContext(KeypadDock)
  const [field, setField] = useState<HTMLInputElement | null>(null)
  const { later, never } = useAfterTap()
  useEffect(() => {
    const panel = within.current
    if (panel === null || !coarse) return
    const enter = (event: FocusEvent) => {
      never()
      setField(typesNumbers(event.target) ? event.target : null)
    }
    const leave = () => later(() => setField(null))
    panel.addEventListener('focusin', enter)
    panel.addEventListener('focusout', leave)
    return () => {
      panel.removeEventListener('focusin', enter)
      panel.removeEventListener('focusout', leave)
    }
  }, [within, coarse, later, never])
  // The keypad takes room: what is being filled is brought back into what is left.
  useLayoutEffect(() => {
    // In braces: newer browsers answer with a promise, which an effect would take for its cleaning up.
    field?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [field])
  if (field === null) return null
  const onKey = (key: KeypadKey) => {
    if (key.kind === 'check') {
      field.blur()
      return setField(null)
    }
    if (key.kind === 'next' || key.kind === 'previous') {
      const fields = [...(within.current?.querySelectorAll<HTMLInputElement>('input[type=text]') ?? [])]
      const next = fields[fields.indexOf(field) + (key.kind === 'next' ? 1 : -1)]
      next?.focus({ preventScroll: true })
      next?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      next?.select()
      return
    }
    const end = field.value.length
    const typed = pressed(
      { text: field.value, start: field.selectionStart ?? end, end: field.selectionEnd ?? end },
      key,
    )
    put(field, typed.text, typed.start)
  }
  const keypad = <Keypad onKey={onKey} canCheck last="done" />
  return createPortal(
    dock === null ? <div className={keypadStyles.floating}>{keypad}</div> : keypad,
    dock ?? document.body,
  )
}
