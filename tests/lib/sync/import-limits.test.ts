import { describe, expect, it } from 'vitest'
import { importLimits } from '@/lib/importers/limits'
import { mostBytesOf } from '@/lib/sync/import-limits'

describe('how large a file may be', () => {
  it('is what its reader takes: far more for a package of Anki', () => {
    expect(mostBytesOf('quiz.xml')).toBe(importLimits.file)
    expect(mostBytesOf('Course.ZIP')).toBe(importLimits.file)
    expect(mostBytesOf('deck.apkg')).toBe(256 * 1024 * 1024)
    expect(mostBytesOf('all.COLPKG')).toBe(256 * 1024 * 1024)
  })
})
