import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DivisionId, TimeZone } from '../model/ids.ts'
import type { Jurisdiction } from '../model/jurisdiction.ts'
import { type Answer, json, sendAnswer } from './answer.ts'
import { answerPortal, readBody } from './answer-portal.ts'
import { councilPlans } from './councils/index.ts'
import type { CouncilPlan } from './plan.ts'
import { replicaPortals } from './portals/index.ts'
import { createReplica, type LivingReplica } from './replica.ts'
import { type DemoStep, demoSteps } from './steps.ts'
import type { DemoMeeting } from './truth.ts'

/**
 * One council of the demonstration, with all that is needed to add it as a source: plain data,
 * which travels to the processes that watch it.
 */
export interface DemoPlace {
  readonly platform: string
  readonly client: string
  /** `http://127.0.0.1:4801/Calendar.aspx`. */
  readonly portalUrl: string
  /** The adapter's options; empty where no adapter exists. */
  readonly options: Readonly<Record<string, string>>
  readonly jurisdiction: Jurisdiction
  readonly population: number
  readonly latitude: number
  readonly longitude: number
}

export interface DemoCouncil extends DemoPlace {
  /** What its portal truly holds at present. */
  meetings(): readonly DemoMeeting[]
}

export interface DemoPortals {
  readonly councils: readonly DemoCouncil[]
  readonly startedAt: Date
  /** Every step of the scenario, those with a time first. */
  readonly steps: readonly DemoStep[]
  /** Makes a step happen now, whatever its time. Twice is once. False: there is no such step. */
  advance(step: string): boolean
  /** From now on steps happen only when told, not by the clock. */
  hold(): void
  close(): Promise<void>
}

export interface DemoSettings {
  readonly now: () => Date
  /** The first portal's port, the others follow it; any free ones by default. */
  readonly port?: number
  /** Another seed gives other ids. */
  readonly seed?: string
}

interface Stage {
  readonly plan: CouncilPlan
  readonly server: Server
  readonly origin: string
  readonly living: LivingReplica
}

function toCouncil({ plan, origin, living }: Stage): DemoCouncil {
  const isLegistar = plan.platform === 'legistar'
  return {
    platform: plan.platform,
    client: plan.client,
    portalUrl: isLegistar
      ? `${origin}/Calendar.aspx`
      : `${origin}${replicaPortals.get(plan.platform)?.listPath ?? '/'}`,
    options: isLegistar ? { client: plan.client, siteUrl: origin, apiUrl: `${origin}/v1` } : {},
    jurisdiction: {
      divisionId: plan.division as DivisionId,
      name: plan.name,
      state: plan.state,
      type: plan.type,
      timeZone: plan.timeZone as TimeZone,
    },
    population: plan.population,
    latitude: plan.latitude,
    longitude: plan.longitude,
    meetings: () => living.read().meetings,
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return (server.address() as AddressInfo).port
}

async function shut(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>((resolve) => server.close(() => resolve()))
}

/**
 * Starts a replica portal for every council of the demonstration, on loopback, each at its own
 * port. Dates are counted from the moment of starting; what changes later follows `now`, so that
 * the same clock and seed give the same pages.
 *
 * @throws {Error} of node:net when a wanted port is taken; nothing stays open then.
 */
export async function startDemoPortals({
  now,
  port = 0,
  seed = 'watchdocket',
}: DemoSettings): Promise<DemoPortals> {
  const startedAt = now()
  const done = new Set<DemoStep>()
  let isHeld = false
  const stages = new Map<string, Stage>()

  const perform = (step: DemoStep, at: Date) => {
    done.add(step)
    stages.get(step.client)?.living.apply(step, at)
  }
  /** Lets happen what is due by now. */
  const settle = () => {
    const elapsed = now().getTime() - startedAt.getTime()
    for (const step of demoSteps) {
      if (isHeld || step.afterSeconds === null || done.has(step)) continue
      if (step.afterSeconds * 1_000 <= elapsed) {
        perform(step, new Date(startedAt.getTime() + step.afterSeconds * 1_000))
      }
    }
  }
  const advance = (name: string): boolean => {
    const step = demoSteps.find((candidate) => candidate.name === name)
    if (step && !done.has(step)) perform(step, now())
    return step !== undefined
  }

  const hold = () => {
    isHeld = true
  }

  const control = async (url: URL, request: IncomingMessage): Promise<Answer | undefined> => {
    if (url.pathname !== '/_demo/steps') return undefined
    if (request.method === 'POST') {
      // A page elsewhere cannot send this type without asking first.
      if (request.headers['content-type'] !== 'application/json') return json({ done: false }, 415)
      const wanted = /^\s*"([\w-]+)"\s*$/.exec((await readBody(request)) ?? '')?.[1] ?? ''
      if (wanted === 'hold') hold()
      return wanted === 'hold' || advance(wanted)
        ? json({ done: true })
        : json({ done: false }, 404)
    }
    return json(demoSteps.map((step) => ({ ...step, done: done.has(step) })))
  }

  const respond = async (
    client: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    settle()
    const stage = stages.get(client)
    if (!stage) return
    const url = new URL(request.url ?? '/', stage.origin)
    const asked = await control(url, request)
    if (asked) return sendAnswer(request, response, asked)
    const replica = stage.living.read()
    if (replica.plan.portal === 'down') {
      request.socket.destroy()
      return
    }
    sendAnswer(request, response, await answerPortal(replica, url, request))
  }

  try {
    for (const [index, plan] of councilPlans.entries()) {
      const server = createServer((request, response) => {
        respond(plan.client, request, response).catch(() => response.destroy())
      })
      const taken = await listen(server, port === 0 ? 0 : port + index)
      const origin = `http://127.0.0.1:${taken}`
      const settings = { origin, startedAt, now, seed, number: 217 + index }
      stages.set(plan.client, { plan, server, origin, living: createReplica(plan, settings) })
    }
  } catch (error) {
    await Promise.all([...stages.values()].map(({ server }) => shut(server)))
    throw error
  }

  return {
    councils: [...stages.values()].map(toCouncil),
    startedAt,
    steps: demoSteps,
    advance,
    hold,
    async close() {
      await Promise.all([...stages.values()].map(({ server }) => shut(server)))
    },
  }
}
