import 'server-only'
import { Counter, collectDefaultMetrics, Histogram, register } from 'prom-client'

/** Seconds: from a card's answer to a class's report. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/**
 * The start of the server and the application's bundles are separate module graphs over one `prom-client`, so a number that
 * is known already is used again.
 */
const counter = (name: string, help: string, labelNames: readonly string[] = []): Counter => {
  const known = register.getSingleMetric(name)
  return known instanceof Counter ? known : new Counter({ name, help, labelNames })
}

const requests = () => counter('gradeck_http_requests_total', 'Requests answered.', ['method', 'route', 'status'])

const seconds = (): Histogram => {
  const name = 'gradeck_http_request_seconds'
  const known = register.getSingleMetric(name)
  return known instanceof Histogram
    ? known
    : new Histogram({ name, help: 'Seconds until a request was answered.', labelNames: ['route'], buckets })
}

/** Counts a request that was answered. */
export const countRequest = (method: string, route: string, status: number, tookSeconds: number): void => {
  requests().inc({ method, route, status: String(status) })
  seconds().observe({ route }, tookSeconds)
}

/** Counts events of learners that were taken, so that reviews a second can be seen. */
export const countEvents = (taken: number): void =>
  counter('gradeck_events_total', 'Events of learners taken by synchronising.').inc(taken)

/** Everything that was counted, in the text format of Prometheus, with what Node says of itself. */
export const metricsText = async (): Promise<{ readonly contentType: string; readonly text: string }> => {
  if (register.getSingleMetric('process_cpu_seconds_total') === undefined) collectDefaultMetrics()
  return { contentType: register.contentType, text: await register.metrics() }
}
