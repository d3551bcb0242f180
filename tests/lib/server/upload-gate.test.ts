import { describe, expect, it } from 'vitest'
import { makeUploadGate, uploadLimits } from '@/lib/server/upload-gate'
import { mostBytesOf } from '@/lib/sync/import-limits'

describe('room for uploads', () => {
  it('is two for one person, and ends at the number of files and of bytes for everybody', () => {
    const gate = makeUploadGate({ perPerson: 2, files: 4, bytes: 100 })
    const leave = gate.enter('ada', 10)
    expect(gate.enter('ada', 10)).not.toBeNull()
    expect(gate.enter('ada', 10), 'a third of one person').toBeNull()
    expect(gate.enter('eve', 81), 'more bytes than are left').toBeNull()
    expect(gate.enter('eve', 80)).not.toBeNull()
    expect(gate.enter('bob', 0)).not.toBeNull()
    expect(gate.enter('cid', 0), 'a fifth file').toBeNull()
    leave?.()
    leave?.()
    expect(gate.enter('ada', 10), 'given back once').not.toBeNull()
    expect(gate.enter('ada', 0)).toBeNull()
  })

  it('lets several people send the largest file there is', () => {
    expect(uploadLimits.bytes).toBeGreaterThanOrEqual(4 * mostBytesOf('deck.apkg'))
  })
})
