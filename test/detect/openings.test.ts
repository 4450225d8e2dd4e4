import { describe, expect, it } from 'vitest'
import { createDetector } from '../../src/detect/detect.ts'
import { decidingSentences } from '../../src/detect/opening.ts'

const detector = createDetector()
const detect = (title: string, text = '') => detector.detect({ title, text })

describe('a title that names nothing over a sentence that does', () => {
  it.each([
    ['Promenade technology works', 'Installs cameras, call boxes and Wi-Fi from Pier 2 to Pier 9.'],
    ['Trail crime prevention', 'Staff recommends three solar cellular cameras at the north lot.'],
    ['Shelter house works', 'Birch quoted three more cameras for the lot at $2,910 after tagging.'],
    ['Library: quote of Elm Systems', 'Two additional cameras at $1,240.'],
    ['Streetscape amenities', 'Each pole will carry a speaker and a camera for the police.'],
    ['Emergency safety grant', 'Grant of $180,000 for cameras and fencing at two developments.'],
    ['Agreement for meters, trial', 'The meters photograph the plate of each parked car.'],
    ['Electronic systems upkeep', 'Covers intrusion, card access and CCTV at nine buildings.'],
  ])('%s', (title, text) => {
    expect(detect(title, text).band).toBe('found')
  })

  it.each([
    ['Village hall audio visual upgrade', 'The contractor will install cameras and microphones.'],
    ['Growers, permit conditions', 'The permittee shall install cameras at every exit.'],
    ['Commendation of Officer Birch', 'Officer Birch reviewed cameras at the shop.'],
    ['Lending library gates', 'Provides electronic article surveillance gates at two doors.'],
    ['Intensive probation, salaries', 'The award covers supervision and surveillance of clients.'],
    ['Snow fleet', 'Installs cameras on plows so that drivers see behind them.'],
  ])('not: %s', (title, text) => {
    expect(detect(title, text).band).not.toBe('found')
  })

  it.each(['\n\n', ' '])('reads sentences alike, whatever stands before and behind them', (gap) => {
    const deed = 'The vendor will install readers.'
    const aside = 'Elm and gravel. '.repeat(90).trim()
    const [span] = decidingSentences(`${aside}${gap}${deed}${gap}${aside}`)
    expect(span).toMatchObject({ start: aside.length + gap.length, isDeed: true })
  })

  it('does not take what others did or asked for a deed', () => {
    expect(decidingSentences('A resident asked the board to add a camera.')).toEqual([])
    expect(decidingSentences('Officers reviewed cameras at the shop.')).toEqual([])
  })
})

describe('names of parking, traffic and buildings', () => {
  it.each([
    ['Gateless parking system, Cedar Street deck', 'alpr'],
    ['Digitally chalking cars on Front Street: use policy', 'alpr'],
    ['Ordinance on a determination of safety need, Article VI', 'photo-enforcement'],
    ['Appoint a Traffic Light Safety hearing officer', 'photo-enforcement'],
    ['Purchase of two DragonCam units', 'photo-enforcement'],
    ['Bus infraction detection agreement', 'photo-enforcement'],
    ['Stop sign compliance pilot', 'photo-enforcement'],
    ['Portable Observation Devices: report', 'video-surveillance'],
    ['Lease of four cellular cameras', 'video-surveillance'],
    ['Onboard video policy', 'video-surveillance'],
    ['Purchase of nine OPENGATE units', 'weapons-detection'],
  ])('%s', (title, technology) => {
    const got = detect(title)
    expect([got.band, got.technologies]).toEqual(['found', [technology]])
  })

  it.each([
    'School bus stop arm replacement kits',
    'Open gate at Elm Road',
    'Hearing officer for property maintenance',
    'Parking permits tied to addresses',
    'Gate and fence at the yard',
  ])('not: %s', (title) => {
    expect(detect(title).band).not.toBe('found')
  })
})
