import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'

describe('words that only pass through', () => {
  it.each([
    ['Report writing AI - Acme', ''],
    ['Draft One license (reports)', ''],
    ['Axon Draft One, police reports', ''],
    ['Draft One pilot', 'AI report writing, 60 day trial, no cost.'],
    ['AI-assisted police report drafting pilot', 'Approve a no-cost trial of Acme.'],
    ['Acme Desk', 'Desk Officer Reporting'],
    ['Crime report software and cameras', ''],
  ])('buys a tool that writes reports: %s', (title, text) => {
    expect(readAction(title, text, false).role).toBe('procurement')
  })

  it.each([
    'Crime reporting statistics, third quarter',
    'Quarterly police report: drones',
    'AI report, second quarter',
    'Presentation on AI report writing',
  ])('still tells: %s', (title) => {
    expect(readAction(title, '', false).role).toBe('report')
  })

  it.each([
    ['Phone extraction licenses', 'Six licenses, HIDTA funds, $30,000.'],
    ['Phone extraction', 'Paid from HIDTA funds, $30,000'],
    ['Plate reader trailer – JAG funded', ''],
  ])('buys with the money of others: %s', (title, text) => {
    expect(readAction(title, text, false).role).toBe('procurement')
  })

  it.each([
    ['Body cameras', 'JAG funds of $30,000 accepted'],
    ['Drone camera grant', 'Funded by HIDTA; accept award of $30,000'],
    ['Grant revenue & expenditure: body worn camera', ''],
  ])('still takes the money of others: %s', (title, text) => {
    expect(readAction(title, text, false).role).toBe('grant')
  })

  it.each([
    ['Staff report – Third amendment to Acme agreement', ''],
    ['CIP Update: add $90,000 for surveillance cameras at the depot', ''],
    ['Project List Update', 'Approve reallocation: roof -$10,000; police drones +$10,000.'],
  ])('buys under the name of a report: %s', (title, text) => {
    expect(readAction(title, text, false).role).toBe('procurement')
  })

  it.each([
    ['CIP update', 'Cameras at the depot were discussed'],
    ['Staff report - drone flights in May', ''],
    ['Update: cameras at the park', ''],
  ])('leaves a report: %s', (title, text) => {
    expect(readAction(title, text, false).role).toBe('report')
  })

  it('asks residents through the firm, and buys nothing of it', () => {
    expect(readAction('MOU with Ring LLC for the Neighbors app', '', false)).toEqual({
      role: 'data-sharing',
      action: 'mou',
    })
    expect(readAction('MOU with Ring LLC for cameras, $9,000', '', false).role).toBe('procurement')
  })
})
