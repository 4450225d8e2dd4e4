import { describe, expect, it } from 'vitest'
import { readAction } from '../../../src/detect/facts/action.ts'

const roleOf = (title: string, text = '') => readAction(title, text, false).role

describe('money of others in few words', () => {
  it.each([
    ['Body cameras, state programme 7 – apply', ''],
    ['Ratify application – Attorney General, cameras, $9,000', ''],
    ['Crime Commission award, Sheriff, drones', ''],
    ['Budget Amendment #7 – Crime Commission Award for Gunshot Sensors', ''],
    ['Accept: State Police – drones – $8,000', ''],
    ['Harbor cameras, $40,000 federal, 25% match', ''],
    ['Grant project ordinance – port security, thermal cameras', ''],
    ['Ordinance to recognize recovery monies of $9,000 for a body scanner', ''],
    ['The college takes a $9,000 check from the mill for body cameras', ''],
    ['State Fund – body cameras', 'The Board votes to take the money. Quotes come later.'],
    ['Resolution 9: Tier Two', 'RESOLVED that the award for plate readers is accepted.'],
    ['Budget amendment recognizing the drone replacement program, $9,000', ''],
    ['Agreement with State DHSES, counter-drone sensors, $9,000', ''],
    ['Board accepts $9,000 and approves a spend plan for cameras', ''],
    ['IGA with Mill County for ARPA funding, plate reader corridor', ''],
    ['Contribution agreement, Mill Board – Police: drones', ''],
    ['Sub-recipient MOU – analyst and camera seat', ''],
    ['Ord. 7-24: thermal cameras', 'Mr. Reed moved to receive $9,000 from the State Division.'],
    ['Drones', 'The Chief asks leave to submit for three. Moved that the Town apply.'],
  ])('%s %s', (title, text) => {
    expect(roleOf(title, text)).toBe('grant')
  })

  it.each([
    ['Award, cameras at the hall – Acme; recorders', ''],
    ['Award of Acme readers', ''],
    ['Recognize $9,000 of insurance, new cameras', ''],
    ['Accept quote of Acme for cameras, $9,000', ''],
    ['Appropriate $4,000 for cameras, local match to the federal award', ''],
    ['Amendment No. 3 with Acme, which accepts new terms, cameras', ''],
    ['Cameras', 'Two quotes were had. Motion to accept Acme at $9,000.'],
    ['Cameras', 'Approve an agreement with Acme. A grant of $9,000 was accepted in May.'],
  ])('%s %s is bought', (title, text) => {
    expect(roleOf(title, text)).toBe('procurement')
  })
})
