import { exporterNamed } from '@/lib/exporters/list'
import type { ExportAnswer, ExportTask } from './export-messages'

const answer = ({ to, source }: ExportTask): ExportAnswer => {
  const exporter = exporterNamed(to)
  if (exporter === undefined) return { kind: 'failed', message: `There is no format ${to}.` }
  return { kind: 'written', exported: exporter.write(source) }
}

addEventListener('message', ({ data }: MessageEvent<ExportTask>) => {
  try {
    postMessage(answer(data))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    postMessage({ kind: 'failed', message } satisfies ExportAnswer)
  }
})
