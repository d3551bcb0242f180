import 'server-only'
import type { Language } from '@/lib/core/language'
import type { DayLoad } from './load'

interface Words {
  readonly calendar: string
  /** What a day asks, as a calendar's entry and the title of a notification. */
  readonly load: (load: DayLoad) => string
  readonly body: string
  readonly subject: (load: DayLoad) => string
  readonly letter: (load: DayLoad, link: string, settings: string) => string
}

const cards = (count: number) => `${count} ${count === 1 ? 'card' : 'cards'}`
const minutes = (count: number) => `about ${count} ${count === 1 ? 'minute' : 'minutes'}`

/** What reminders say. */
export const reminderWords: { readonly [L in Language]: Words } = {
  en: {
    calendar: 'Gradeck reviews',
    load: (load) => `${cards(load.cards)}, ${minutes(load.minutes)}`,
    body: 'Reviewed today, they stay for longest.',
    subject: (load) => `Gradeck: ${cards(load.cards)} today`,
    letter: (load, link, settings) =>
      `${cards(load.cards)} are due today, ${minutes(load.minutes)}.\n\n${link}\n\nYou asked for this letter in the settings, and can end it there: ${settings}\n`,
  },
  zh: {
    calendar: 'Gradeck 复习',
    load: (load) => `${load.cards} 张卡片，约 ${load.minutes} 分钟`,
    body: '今天复习，记得最久。',
    subject: (load) => `Gradeck：今天 ${load.cards} 张卡片`,
    letter: (load, link, settings) =>
      `今天有 ${load.cards} 张卡片到期，约 ${load.minutes} 分钟。\n\n${link}\n\n这封信是你在设置里要的，也可以在那里停掉：${settings}\n`,
  },
}
