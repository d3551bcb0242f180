import type { Language } from '@/lib/core/language'
import type { Block } from '@/lib/view/block'
import { BlockView } from './block-view'
import styles from './blocks.module.css'
import type { InlineContext, InsideLink, ShownValues } from './inline'

const noValues: ShownValues = {}

const PlainLink: InsideLink = ({ href, children }) => <a href={href}>{children}</a>

/**
 * Shows what rules hand to the screen. `values` are the numbers of this showing, put in where the text names them;
 * `lang` is the language the content is written in, which may differ from the interface's; `deck` gives links within the
 * course an address. `Inside` draws links to pages of this site; a plain one leaves the router out of the review page.
 */
export function Blocks({
  blocks,
  values = noValues,
  lang,
  deck = null,
  Inside = PlainLink,
}: {
  blocks: readonly Block[]
  values?: ShownValues | undefined
  lang: Language
  deck?: string | null | undefined
  Inside?: InsideLink | undefined
}) {
  const context: InlineContext = { values, deck, Inside }
  return (
    <div className={styles.blocks} lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      {blocks.map((block, index) => (
        <BlockView key={`${index}:${block.kind}`} block={block} context={context} />
      ))}
    </div>
  )
}
