/// <reference lib="webworker" />
import { integer, object, text } from '@/lib/core/decode'

const decodeNotice = object<{ readonly title: string; readonly body: string; readonly count: number }>({
  title: text(200),
  body: text(400),
  count: integer(0, 1_000_000),
})

const read = (data: PushMessageData | null) => {
  try {
    return decodeNotice(data?.json())
  } catch {
    return decodeNotice(null)
  }
}

/** Shows what the server says is due; a browser that was woken must show something, so a message nobody can read is one too. */
export const onPush = async (worker: ServiceWorkerGlobalScope, data: PushMessageData | null): Promise<void> => {
  const notice = read(data)
  const { title, body, count } = notice.ok ? notice.value : { title: 'Gradeck', body: '', count: 0 }
  await worker.registration.showNotification(title, {
    body,
    // Of two days only the later one stays.
    tag: 'gradeck-daily',
    icon: '/icons/192.png',
    badge: '/icons/192.png',
  })
  // An icon without a number says nothing wrong.
  if (count > 0) await worker.navigator.setAppBadge?.(count).catch(() => undefined)
}

/** Opens the review where there is no page of ours yet. */
export const onNotificationClick = async (worker: ServiceWorkerGlobalScope): Promise<void> => {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const open = pages.find(({ url }) => new URL(url).pathname === '/review')
  if (open) await open.focus()
  else await worker.clients.openWindow('/review')
}
