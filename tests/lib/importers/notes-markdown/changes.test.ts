import { describe, expect, it } from 'vitest'
import { reconcile } from '@/lib/importers/notes-markdown/identity/changes'
import { readRun } from '@/lib/importers/notes-markdown/identity/read-run'
import { proposeCards } from '@/lib/importers/notes-markdown/propose'

const notes = `# 优化

- **早停**：验证集损失不再下降时停止训练
- **热身**：训练开始时让学习率从零慢慢升高
- **裁剪**：把过大的梯度缩小到一个上限

# 结构

- **残差块**：把输入加到两层之后的输出上
`

const before = proposeCards(notes).cards
const rerun = (edited: string) => reconcile(before, proposeCards(edited).cards)

describe('a second run on edited notes', () => {
  it('reports nothing where nothing changed', () => {
    expect(rerun(notes).changes).toEqual({ added: [], changed: [], moved: [], gone: [] })
  })

  it('keeps ids where lines were added above, and reports the new card', () => {
    const { cards, changes } = rerun(notes.replace('# 优化\n', '# 优化\n\n- **动量**：按过去梯度的指数平均更新参数\n'))
    expect(changes).toMatchObject({ changed: [], moved: [], gone: [] })
    expect(changes.added).toHaveLength(1)
    expect(cards.map(({ id }) => id)).toEqual([...changes.added, ...before.map(({ id }) => id)])
  })

  it('keeps the id of a card whose words changed, even its name', () => {
    const explained = rerun(notes.replace('停止训练', '提前停止训练'))
    expect(explained.changes).toEqual({ added: [], changed: [before[0]?.id], moved: [], gone: [] })
    const renamed = rerun(notes.replace('**热身**', '**学习率热身**'))
    expect(renamed.changes).toEqual({ added: [], changed: [before[1]?.id], moved: [], gone: [] })
  })

  it('tells a card that moved from one that is gone', () => {
    const line = '- **裁剪**：把过大的梯度缩小到一个上限\n'
    const moved = rerun(`${notes.replace(line, '')}${line}`)
    expect(moved.changes.gone).toEqual([])
    expect([...moved.changes.moved, ...moved.changes.changed]).toEqual([before[2]?.id])
    expect(rerun(notes.replace(line, '')).changes).toEqual({ added: [], changed: [], moved: [], gone: [before[2]?.id] })
  })

  it('reads an earlier run as it was printed, and refuses anything else with a sentence', () => {
    const read = readRun(JSON.stringify({ cards: before, diagnostics: [] }))
    expect(read.ok ? read.value : []).toHaveLength(before.length)
    expect(readRun('{')).toEqual({ ok: false, error: 'it is no JSON.' })
    expect(readRun('{"cards": [{}]}')).toMatchObject({ ok: false, error: expect.stringContaining('/cards/0/id') })
  })
})
