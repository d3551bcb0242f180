import 'server-only'
import { linkBase } from './env'
import type { Letter } from './mail'
import { normalEmail } from './services/credentials'

/** The letter that brings somebody the link to a bank. Its reader's language is not known, so it speaks both. */
export const invitationLetter = (
  to: string,
  { title, path }: { readonly title: string; readonly path: string },
): Letter => {
  const link = `${linkBase()}${path}`
  return {
    to: normalEmail(to),
    subject: 'Gradeck: a bank of cards for you to look at · 请你一起看一个卡片库',
    text: `You are invited to "${title}" (the link opens once, within 14 days):\n${link}\n\n邀请你参与“${title}”（链接 14 天内有效，只能使用一次）。\n`,
  }
}
