// The peer: fastify sending one ready string with the home page's own headers for content.
import { readFileSync } from 'node:fs'
import fastify from 'fastify'
import { answerQuestions } from '../parts/measure.mjs'

const text = readFileSync(process.argv[2], 'utf8')
const app = fastify()
app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(text))
const url = await app.listen({ port: 0, host: '127.0.0.1' })
answerQuestions()
process.send({ url })
