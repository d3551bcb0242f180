import { describe, expect, it } from 'vitest'
import { type DraftKeeper, makeDraftKeeper } from '@/lib/client/editor/draft-keeper'
import type { UnsavedFile } from '@/lib/client/editor/unsaved'
import { ok, refuse } from '@/lib/core/result'
import { heldBack } from '../../../support/held-back'

/** A server with one draft, and a device that writes in it; timers run when told. */
const makeGround = (files: Readonly<Record<string, string>> = { 'a.cards.yaml': 'one' }) => {
  const server = { revision: 1, files: new Map(Object.entries(files)), up: true, sent: 0, read: 0 }
  const kept = new Map<string, readonly UnsavedFile[]>()
  const told: [string, string | null][] = []
  let due: (() => void) | null = null
  let slow: Promise<void> = Promise.resolve()
  const draft = () => ({ revision: server.revision, files: new Map(server.files) })
  const open = (): DraftKeeper =>
    makeDraftKeeper({
      bank: 'bank',
      draft: draft(),
      unsaved: kept.get('bank') ?? [],
      store: {
        read: async () => kept.get('bank') ?? [],
        write: async (bank, unsaved) => void kept.set(bank, unsaved),
      },
      send: async (base, changes) => {
        server.sent++
        if (!server.up) return refuse('offline')
        if (base !== server.revision) return refuse('stale')
        server.revision++
        for (const { path, text } of changes)
          if (text === null) server.files.delete(path)
          else server.files.set(path, text)
        return ok(server.revision)
      },
      read: async () => {
        server.read++
        const read = draft()
        await slow
        return server.up ? ok(read) : refuse('offline')
      },
      onText: (path, text) => told.push([path, text]),
      later: (task) => {
        due = task
        return () => {
          due = null
        }
      },
    })
  const elsewhere = (path: string, text: string) => {
    server.files.set(path, text)
    server.revision++
  }
  /** What the server answers next is on its way until the function it returns is called. */
  const holdRead = (): (() => void) => {
    const { come, go } = heldBack()
    slow = come
    return go
  }
  return { server, kept, told, open, elsewhere, holdRead, run: () => due?.() }
}

describe('a draft that is being written', () => {
  it('is sent after a pause, many keystrokes as one change', async () => {
    const { server, kept, open, run } = makeGround()
    const keeper = open()
    for (const text of ['one t', 'one tw', 'one two']) keeper.write('a.cards.yaml', text)
    expect(kept.get('bank')).toEqual([{ path: 'a.cards.yaml', was: 'one', text: 'one two' }])
    run()
    expect(await keeper.flush()).toBe(2)
    expect(server.files.get('a.cards.yaml')).toBe('one two')
    expect(server.sent).toBe(1)
    expect(keeper.getSnapshot()).toMatchObject({ revision: 2, saving: { kind: 'saved' } })
    expect(kept.get('bank')).toEqual([])
  })

  it('stays on the device while the server cannot be reached, also when the page is closed', async () => {
    const { server, open } = makeGround()
    server.up = false
    const keeper = open()
    keeper.write('a.cards.yaml', 'two')
    keeper.write('b.cards.yaml', 'new')
    expect(await keeper.flush()).toBeNull()
    expect(keeper.getSnapshot().saving).toEqual({ kind: 'waiting', why: 'offline' })
    keeper.close()
    server.up = true
    const again = open()
    expect(again.text('a.cards.yaml')).toBe('two')
    expect(again.paths()).toEqual(['a.cards.yaml', 'b.cards.yaml'])
    expect(await again.flush()).toBe(2)
    expect(Object.fromEntries(server.files)).toEqual({ 'a.cards.yaml': 'two', 'b.cards.yaml': 'new' })
  })

  it('takes in what was changed elsewhere in other files, and goes on', async () => {
    const { server, told, open, elsewhere } = makeGround({ 'a.cards.yaml': 'one', 'b.cards.yaml': 'b' })
    const keeper = open()
    keeper.write('a.cards.yaml', 'mine')
    elsewhere('b.cards.yaml', 'theirs')
    expect(await keeper.flush()).toBe(3)
    expect(told).toEqual([['b.cards.yaml', 'theirs']])
    expect(keeper.text('b.cards.yaml')).toBe('theirs')
    expect(server.files.get('a.cards.yaml')).toBe('mine')
  })

  it.each(['mine', 'theirs'] as const)(
    'shows both versions of a file and loses neither: %s is taken',
    async (version) => {
      const { server, kept, told, open, elsewhere, run } = makeGround()
      const keeper = open()
      keeper.write('a.cards.yaml', 'mine')
      elsewhere('a.cards.yaml', 'theirs')
      expect(await keeper.flush()).toBeNull()
      const both = { kind: 'both', files: [{ path: 'a.cards.yaml', mine: 'mine', theirs: 'theirs' }] }
      expect(keeper.getSnapshot().saving).toEqual(both)
      expect(await keeper.flush(), 'nothing is sent before somebody has chosen').toBeNull()
      expect(server.files.get('a.cards.yaml')).toBe('theirs')
      expect(kept.get('bank')).toMatchObject([{ text: 'mine' }])
      keeper.write('a.cards.yaml', 'mine, longer')
      expect(keeper.getSnapshot().saving).toMatchObject({ files: [{ mine: 'mine, longer' }] })

      keeper.choose('a.cards.yaml', version)
      run()
      await keeper.flush()
      const wanted = version === 'mine' ? 'mine, longer' : 'theirs'
      expect(server.files.get('a.cards.yaml')).toBe(wanted)
      expect(keeper.text('a.cards.yaml')).toBe(wanted)
      expect(told).toEqual(version === 'mine' ? [] : [['a.cards.yaml', 'theirs']])
      expect(keeper.getSnapshot().saving).toEqual({ kind: 'saved' })
    },
  )

  it('asks the same of what this device kept while the draft went on elsewhere', async () => {
    const { server, open, elsewhere } = makeGround()
    server.up = false
    const keeper = open()
    keeper.write('a.cards.yaml', 'mine')
    await keeper.flush()
    keeper.close()
    server.up = true
    elsewhere('a.cards.yaml', 'theirs')
    expect(open().getSnapshot().saving).toMatchObject({ kind: 'both', files: [{ mine: 'mine', theirs: 'theirs' }] })
  })

  it('goes on from what the server has when it is written on while a change is on its way', async () => {
    const { server, open } = makeGround()
    const keeper = open()
    keeper.write('a.cards.yaml', 'two')
    const sending = keeper.flush()
    keeper.write('a.cards.yaml', 'three')
    expect(await sending).toBe(3)
    expect(server.files.get('a.cards.yaml')).toBe('three')
  })

  it('leaves files out that were removed', async () => {
    const { server, open } = makeGround({ 'a.cards.yaml': 'one', 'b.cards.yaml': 'b' })
    const keeper = open()
    keeper.write('b.cards.yaml', null)
    expect(keeper.paths()).toEqual(['a.cards.yaml'])
    await keeper.flush()
    expect([...server.files.keys()]).toEqual(['a.cards.yaml'])
  })

  it('takes in what was saved elsewhere as soon as it is looked at again, and says so', async () => {
    const { told, elsewhere, open } = makeGround({ 'a.cards.yaml': 'one', 'b.cards.yaml': 'two' })
    const keeper = open()
    await keeper.refresh()
    expect(keeper.getSnapshot().taken).toEqual([])
    elsewhere('b.cards.yaml', 'three')
    await keeper.refresh()
    expect(told).toEqual([['b.cards.yaml', 'three']])
    expect(keeper.getSnapshot()).toMatchObject({ revision: 2, saving: { kind: 'saved' }, taken: ['b.cards.yaml'] })
    keeper.write('a.cards.yaml', 'one more')
    expect(keeper.getSnapshot().taken).toEqual([])
  })

  it('takes nothing back that was saved here while it was asked what is elsewhere', async () => {
    const { server, told, open, holdRead } = makeGround()
    const keeper = open()
    const answer = holdRead()
    const looking = keeper.refresh()
    keeper.write('a.cards.yaml', 'mine')
    expect(await keeper.flush()).toBe(2)
    answer()
    await looking
    expect([keeper.text('a.cards.yaml'), told]).toEqual(['mine', []])
    expect(keeper.getSnapshot()).toMatchObject({ revision: 2, saving: { kind: 'saved' }, taken: [] })
    expect(server.files.get('a.cards.yaml')).toBe('mine')
  })

  it('asks for the draft once where it is told twice at a time that its author is back', async () => {
    const { server, told, elsewhere, open } = makeGround()
    const keeper = open()
    elsewhere('a.cards.yaml', 'two')
    await Promise.all([keeper.refresh(), keeper.refresh()])
    expect([server.read, told]).toEqual([1, [['a.cards.yaml', 'two']]])
    await keeper.refresh()
    expect(server.read).toBe(2)
  })

  it('overwrites nothing when both were written: the choice is asked for without a key pressed', async () => {
    const { server, elsewhere, open } = makeGround()
    const keeper = open()
    keeper.write('a.cards.yaml', 'mine')
    elsewhere('a.cards.yaml', 'theirs')
    await keeper.refresh()
    expect(keeper.getSnapshot().saving).toEqual({
      kind: 'both',
      files: [{ path: 'a.cards.yaml', mine: 'mine', theirs: 'theirs' }],
    })
    expect(await keeper.flush()).toBeNull()
    expect(server.files.get('a.cards.yaml')).toBe('theirs')
    server.up = false
    await keeper.refresh()
    expect(keeper.text('a.cards.yaml')).toBe('mine')
  })
})
