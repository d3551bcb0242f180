import styles from './bar.module.css'
import { Brand } from './brand'
import { SyncWord } from './sync-word'
import { Tabs } from './tabs'

/** The quiet bar of the house: name, places, and one small word on whether everything is saved. */
export function Bar() {
  return (
    <header className={styles.bar}>
      <div className={styles.inner}>
        <Brand />
        <Tabs />
        <SyncWord />
      </div>
    </header>
  )
}
