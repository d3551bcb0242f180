import type { SourceEditor } from './source/code-mirror'
import type { Editor } from './use-editor'

/** Where a text goes that a form or a button has made of a file. */
export interface TextPlace {
  /** The file that is open by now: what was made of one may come after another was opened. */
  readonly open: string
  readonly source: Pick<SourceEditor, 'path' | 'rewrite'> | null
  readonly write: Editor['write']
}

/** Puts a file's text where it belongs: into its source, where one history takes it back, or straight into the draft. */
export const putText = ({ open, source, write }: TextPlace, path: string, text: string, line: number): void => {
  if (open !== path) write(path, text, null)
  else if (source?.path === path) source.rewrite(text)
  else write(path, text, line)
}
