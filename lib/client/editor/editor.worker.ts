import { makeEditorDesk } from './editor-desk'
import type { EditorAnswer, EditorRequest, EditorTask, EditorTasks } from './editor-messages'

const desk = makeEditorDesk()

const run = <K extends EditorTask>(kind: K, input: EditorTasks[K]['input']) => desk[kind](input)

const say = (answer: EditorAnswer): void => postMessage(answer)

say({ kind: 'ready', id: 0 })

/** Tasks are done in their order: a look after a write sees what was written. */
let last: Promise<unknown> = Promise.resolve()

addEventListener('message', ({ data }: MessageEvent<EditorRequest>) => {
  last = last.then(async () => {
    try {
      say({ kind: 'done', id: data.id, output: await run(data.kind, data.input) })
    } catch (error) {
      say({ kind: 'failed', id: data.id, message: error instanceof Error ? error.message : String(error) })
    }
  })
})
