import type { Client } from '@libsql/client'
import Database from 'libsql'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { connect } from '../../src/db/client.ts'
import { keepingPragma } from '../../src/db/kept-statements.ts'
import { addressIn, testFolder } from '../support/database.ts'

async function open(): Promise<Client> {
  const client = connect(addressIn(await testFolder()))
  await client.execute(keepingPragma)
  onTestFinished(() => client.close())
  await client.execute('CREATE TABLE drones (id INTEGER PRIMARY KEY, name TEXT UNIQUE)')
  return client
}

const insert = 'INSERT INTO drones (name) VALUES (?)'
const names = 'SELECT id, name FROM drones WHERE name >= ? ORDER BY id'
const read = async (client: Client, from = '') =>
  (await client.execute({ sql: names, args: [from] })).rows.map(({ name }) => name)

describe('statements that are used again', () => {
  it('are prepared once for a connection', async () => {
    const client = await open()
    const prepared = vi.spyOn(Database.prototype, 'prepare')
    const statements = new Set<unknown>()
    for (const name of ['a', 'b', 'c']) {
      await client.execute({ sql: insert, args: [name] })
      for (const { value } of prepared.mock.results) statements.add(value)
    }
    expect(prepared.mock.calls.length).toBeGreaterThanOrEqual(3)
    expect(statements.size).toBe(1)
  })

  it('are those of our own connections alone', async () => {
    const client = connect(addressIn(await testFolder()))
    onTestFinished(() => client.close())
    const prepared = vi.spyOn(Database.prototype, 'prepare')
    for (let turn = 0; turn < 2; turn++) await client.execute('SELECT 1 AS n')
    expect(new Set(prepared.mock.results.map(({ value }) => value)).size).toBe(2)
  })

  it('give the rows of this time, whatever the last time gave', async () => {
    const client = await open()
    expect(await read(client)).toEqual([])
    for (const name of ['a', 'b']) await client.execute({ sql: insert, args: [name] })
    expect(await read(client)).toEqual(['a', 'b'])
    expect(await read(client, 'b')).toEqual(['b'])
    expect(await read(client)).toEqual(['a', 'b'])
  })

  it('are not those that have failed', async () => {
    const client = await open()
    await client.execute({ sql: insert, args: ['a'] })
    for (let turn = 0; turn < 3; turn++) {
      await expect(client.execute({ sql: insert, args: ['a'] })).rejects.toThrow(/UNIQUE/)
      await client.execute({ sql: insert, args: [`b${turn}`] })
    }
    expect(await read(client)).toEqual(['a', 'b0', 'b1', 'b2'])
  })

  it('go on after a transaction was taken back, and see what others have stored', async () => {
    const client = await open()
    const transaction = await client.transaction('write')
    await transaction.execute({ sql: insert, args: ['a'] })
    await transaction.rollback()
    await client.execute({ sql: insert, args: ['b'] })
    expect(await read(client)).toEqual(['b'])
    await client.execute('ALTER TABLE drones ADD COLUMN range INTEGER')
    expect((await client.execute('SELECT * FROM drones')).columns).toEqual(['id', 'name', 'range'])
    expect(await read(client)).toEqual(['b'])
  })

  it('hold no large values, and are not kept without end', async () => {
    const client = await open()
    const prepared = vi.spyOn(Database.prototype, 'prepare')
    const statementOf = async (args: string[]) => {
      await client.execute({ sql: insert, args })
      return prepared.mock.results.at(-1)?.value as unknown
    }
    const first = await statementOf(['x'.repeat(200_000)])
    const second = await statementOf(['a'])
    expect(second).not.toBe(first)
    for (let at = 0; at < 250; at++) await client.execute(`SELECT ${at} AS n`)
    expect(await statementOf(['b'])).not.toBe(second)
  })
})
