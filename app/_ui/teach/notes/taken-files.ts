import { isPictureName } from '@/lib/client/notes/pictures'

const endings = ['.md', '.markdown', '.txt', '.ipynb']
const mostBytes = 20 * 1024 * 1024

/** What a file chooser offers. */
export const acceptedFiles = [...endings, '.svg', '.png', '.jpg', '.jpeg', '.webp', '.gif', '.avif']

export type TakenFault = 'kind' | 'large' | 'unreadable' | 'many'

/** Files as they were chosen or dropped: at most one of notes, and the pictures beside it. */
export interface TakenFiles {
  readonly notes: { readonly name: string; readonly text: string } | null
  readonly pictures: readonly { readonly name: string; readonly data: Uint8Array }[]
  readonly fault: { readonly why: TakenFault; readonly name: string } | null
}

const nothing = (why: TakenFault, name: string): TakenFiles => ({ notes: null, pictures: [], fault: { why, name } })

const isNotes = (name: string): boolean => endings.some((ending) => name.toLowerCase().endsWith(ending))

/** A picture of a chosen folder keeps its path; one chosen alone has only its name. */
const pathOf = (file: File): string => (file.webkitRelativePath === '' ? file.name : file.webkitRelativePath)

/** Reads what was chosen; the first file that cannot be taken stops all of it. */
export const takeFiles = async (files: readonly File[]): Promise<TakenFiles> => {
  const [notes, ...more] = files.filter(({ name }) => isNotes(name))
  if (more[0] !== undefined) return nothing('many', more[0].name)
  const odd = files.find(({ name }) => !isNotes(name) && !isPictureName(name))
  if (odd !== undefined) return nothing('kind', odd.name)
  const large = files.find(({ size }) => size > mostBytes)
  if (large !== undefined) return nothing('large', large.name)
  const pictures = await Promise.all(
    files
      .filter((file) => file !== notes)
      .map(async (file) => ({ name: pathOf(file), data: new Uint8Array(await file.arrayBuffer()) })),
  )
  if (notes === undefined) return { notes: null, pictures, fault: null }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await notes.arrayBuffer())
    return { notes: { name: notes.name, text }, pictures, fault: null }
  } catch {
    return nothing('unreadable', notes.name)
  }
}
