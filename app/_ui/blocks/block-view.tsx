import { useTranslations } from 'next-intl'
import type { Block } from '@/lib/view/block'
import { Explorer } from '../explorers/explorer'
import styles from './blocks.module.css'
import { CodeBlock } from './code-block'
import { DataTable } from './data-table'
import { Figure } from './figure'
import { type InlineContext, Inlines } from './inline'
import { MathDisplay } from './math'
import { Tensors } from './tensors'

export function BlockView({ block, context }: { block: Block; context: InlineContext }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Inlines context={context}>{block.children}</Inlines>
        </p>
      )
    case 'heading':
      return <Heading block={block} context={context} />
    case 'math':
      return <MathDisplay math={block.math} />
    case 'code':
      return <CodeBlock language={block.language} text={block.text} />
    case 'list':
      return <List block={block} context={context} />
    case 'quote':
      return (
        <blockquote className={styles.quote}>
          <Many blocks={block.children} context={context} />
        </blockquote>
      )
    case 'figure':
      return <Figure figure={block} context={context} />
    case 'explorer':
      return <Explorer explorer={block} context={context} />
    case 'table':
      return <DataTable table={block} context={context} />
    case 'tensors':
      return <Tensors items={block.items} />
    case 'erratum':
      return <Erratum blocks={block.children} context={context} />
    case 'rule':
      return <hr className={styles.rule} />
  }
}

function Many({ blocks, context }: { blocks: readonly Block[]; context: InlineContext }) {
  return blocks.map((block, index) => <BlockView key={`${index}:${block.kind}`} block={block} context={context} />)
}

function Heading({ block, context }: { block: Extract<Block, { kind: 'heading' }>; context: InlineContext }) {
  const Level = `h${block.level}` as const
  return (
    <Level id={block.id}>
      <Inlines context={context}>{block.children}</Inlines>
    </Level>
  )
}

function List({ block, context }: { block: Extract<Block, { kind: 'list' }>; context: InlineContext }) {
  const items = block.items.map((item, index) => (
    <li key={`${index}:${item.length}`}>
      <Many blocks={item} context={context} />
    </li>
  ))
  return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>
}

function Erratum({ blocks, context }: { blocks: readonly Block[]; context: InlineContext }) {
  const t = useTranslations('blocks')
  return (
    <aside className={styles.erratum}>
      <p className={styles.label}>{t('erratum')}</p>
      <Many blocks={blocks} context={context} />
    </aside>
  )
}
