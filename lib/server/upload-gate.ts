import 'server-only'

/** What uploads of this process may hold at one time, from their first byte until they have been read. */
export interface UploadLimits {
  readonly perPerson: number
  readonly files: number
  /** Bytes of all of them together, by what each may grow to. */
  readonly bytes: number
}

export const uploadLimits: UploadLimits = { perPerson: 2, files: 12, bytes: 1024 * 1024 * 1024 }

export interface UploadGate {
  /** Room for a file of `bytes`, to be given back by calling it; null where there is none now. */
  readonly enter: (person: string, bytes: number) => (() => void) | null
}

/** Bounds what uploads take of disk and of everybody's patience: nobody waits in a queue that others can fill. */
export const makeUploadGate = (limits: UploadLimits): UploadGate => {
  const inside = new Map<string, number>()
  let [files, held] = [0, 0]
  return {
    enter: (person, bytes) => {
      const own = inside.get(person) ?? 0
      if (own >= limits.perPerson || files >= limits.files || held + bytes > limits.bytes) return null
      inside.set(person, own + 1)
      files++
      held += bytes
      let open = true
      return () => {
        if (!open) return
        open = false
        files--
        held -= bytes
        const left = (inside.get(person) ?? 1) - 1
        if (left === 0) inside.delete(person)
        else inside.set(person, left)
      }
    },
  }
}

/** The gate of this process. */
export const uploadGate = makeUploadGate(uploadLimits)
