import type { ShownTensor } from '@/lib/view/block'
import { Tensor } from './tensor'
import styles from './tensor.module.css'

/** The givens of a compute card, side by side where there is room. */
export function Tensors({ items }: { items: readonly ShownTensor[] }) {
  return (
    <div className={styles.tensors}>
      {items.map((item) => (
        <Tensor key={item.name} tensor={item} />
      ))}
    </div>
  )
}
