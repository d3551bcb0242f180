import 'server-only'
import { createTransport } from 'nodemailer'
import { smtp } from './env'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Sends a letter; false where this server has no mail, and links are handed out by its owner instead. */
export const sendMail = async (letter: Letter): Promise<boolean> => {
  const server = smtp()
  if (!server) return false
  await createTransport(server.url).sendMail({ from: server.from, ...letter })
  return true
}
