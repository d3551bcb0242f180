import styles from './page-loading.module.css'

/** Stands for a page until what it shows has been read; the page's own heading is not known before. */
export function PageLoading({ text }: { readonly text: string }) {
  return (
    <div aria-busy="true">
      <div role="status">
        <h1 className={styles.text}>{text}</h1>
      </div>
    </div>
  )
}
