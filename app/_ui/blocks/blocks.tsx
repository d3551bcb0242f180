import type { Language } from '@/lib/core/language'
import type { Block } from '@/lib/view/block'
import { BlockView } from './block-view'
import styles from './blocks.module.css'
import type { InlineContext, ShownValues } from './inline'

const noValues: ShownValues = {}

/**
 * Shows what rules hand to the screen. `values` are the numbers of this showing, put in where the text names them;
 * `lang` is the language the content is written in, which may differ from the interface's; `deck` gives links within the
 * course an address.
 */
export function Blocks({
  blocks,
  values = noValues,
  lang,
  deck = null,
}: {
  blocks: readonly Block[]
  values?: ShownValues | undefined
  lang: Language
  deck?: string | null | undefined
}) {
  const context: InlineContext = { values, deck }
  return (
    <div className={styles.blocks} lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      {blocks.map((block, index) => (
        <BlockView key={`${index}:${block.kind}`} block={block} context={context} />
      ))}
    </div>
  )
}
