import { useId } from 'react'
import styles from './explorer.module.css'

/** A labelled slider with its value beside it. */
export function Slider({
  label,
  value,
  low,
  high,
  step,
  written = String(value),
  onChange,
}: {
  readonly label: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly step: number
  readonly written?: string
  readonly onChange: (value: number) => void
}) {
  const id = useId()
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{written}</output>
      <input
        id={id}
        type="range"
        min={low}
        max={high}
        step={step}
        value={value}
        aria-valuetext={written}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  )
}
