import 'server-only'
import type { ClassFile } from './services/classes/export-class'

/** A file that the browser saves and nobody keeps on the way. */
export const classDownload = ({ name, type, text }: ClassFile): Response =>
  new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
