import type { Language } from '@/lib/core/language'
import type { Input, NumberAsk } from '@/lib/view/input'
import { Blocks } from '../../blocks/blocks'
import { Inlines } from '../../blocks/inline'
import { MathText } from '../../blocks/math'
import styles from './paper.module.css'

const context = {
  values: {},
  deck: null,
  Inside: ({ children }: { readonly children: React.ReactNode }) => <span>{children}</span>,
}

const letters = 'ABCDEFGHIJ'

/** Where an answer is written with a pen. */
export function PaperInput({ input, lang }: { readonly input: Input; readonly lang: Language }) {
  switch (input.kind) {
    case 'reveal':
    case 'text':
      return (
        <div className={styles.lines}>
          <span />
          <span />
          <span />
        </div>
      )
    case 'choice':
      return (
        <ul className={styles.options}>
          {input.options.map(({ id, blocks }) => (
            <li key={id}>
              <span className={input.multiple ? styles.box : styles.circle} />
              <Blocks blocks={blocks} lang={lang} />
            </li>
          ))}
        </ul>
      )
    case 'order':
      return (
        <ul className={styles.options}>
          {input.items.map(({ id, blocks }) => (
            <li key={id}>
              <span className={styles.box} />
              <Blocks blocks={blocks} lang={lang} />
            </li>
          ))}
        </ul>
      )
    case 'match':
      return (
        <div className={styles.pairs}>
          <ul className={styles.options}>
            {input.left.map(({ id, blocks }) => (
              <li key={id}>
                <span className={styles.box} />
                <Blocks blocks={blocks} lang={lang} />
              </li>
            ))}
          </ul>
          <ul className={styles.options}>
            {input.right.map(({ id, blocks }, i) => (
              <li key={id}>
                <b>{letters[i]}</b>
                <Blocks blocks={blocks} lang={lang} />
              </li>
            ))}
          </ul>
        </div>
      )
    case 'numbers':
      return (
        <div className={styles.asks}>
          {input.asks.map((ask) => (
            <NumberBoxes key={ask.name} ask={ask} />
          ))}
        </div>
      )
  }
}

function NumberBoxes({ ask }: { readonly ask: NumberAsk }) {
  const { label, unit, shape, options } = ask
  const width = shape.at(-1) ?? 1
  const count = shape.reduce((product, size) => product * size, 1)
  const rows = Array.from({ length: Math.ceil(count / width) }, (_, i) => i)
  const named = label.math !== null || label.text !== ''
  return (
    <div className={styles.ask}>
      {named ? (
        <span>
          {label.math === null ? label.text : <MathText math={label.math} />}
          {' = '}
        </span>
      ) : null}
      {options === null ? (
        <table className={styles.boxes}>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                {Array.from({ length: width }, (_, column) => (
                  <td key={`${row}:${column}`} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <ul className={styles.options}>
          {options.map((option, i) => (
            <li key={`${i}`}>
              <span className={styles.circle} />
              <span>
                <Inlines context={context}>{option}</Inlines>
              </span>
            </li>
          ))}
        </ul>
      )}
      {unit === undefined ? null : <span>{unit.math === null ? unit.text : <MathText math={unit.math} />}</span>}
    </div>
  )
}
