// The built product, so that what is measured is what people run.
import { fileURLToPath, pathToFileURL } from 'node:url'

const dist = process.env.WATCHDOCKET_DIST
  ? pathToFileURL(`${process.env.WATCHDOCKET_DIST}/`)
  : new URL('../../dist/', import.meta.url)

/** Imports a module of the product by its path in dist/: `src/db/client.js`. */
export const product = (path) => import(new URL(path, dist).href)

export const productFolder = fileURLToPath(dist)
