import { Field } from '../controls/field'
import { noonOf } from './dates'

/** A date from a study day on. */
export function ComingDate({
  label,
  value,
  from,
  onChange,
}: {
  readonly label: string
  /** As the browser writes it; empty for none. */
  readonly value: string
  readonly from: number
  readonly onChange: (date: string) => void
}) {
  return (
    <Field
      label={label}
      type="date"
      value={value}
      min={noonOf(from).toISOString().slice(0, 10)}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}
