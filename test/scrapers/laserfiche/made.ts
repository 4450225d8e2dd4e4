import type { Fields } from '../../../src/scraping/contract.ts'

/** A folder or file of a made repository; a name that ends in `.pdf` is a file. */
export interface Made {
  readonly id: number
  readonly name: string
  /** Undefined: a file. */
  readonly inside?: readonly Made[]
  /** Scanned page by page: there is no file to be had. */
  readonly isScan?: boolean
}

const columns = ['Name', 'PageCount', 'TemplateName', 'LastModified', 'Id'].map((name, at) => ({
  displayName: name,
  name,
  type: 0,
  isNumeric: name === 'PageCount',
  hidden: at > 3,
  multiValue: false,
  width: 120,
}))

/** The page that a browser gets: no list, only what its script is told. */
export const shellPage = (repo = 'Riverton') =>
  `<!DOCTYPE html><html lang="en-US"><head><base href="/WebLink/" /><title></title></head>
<body id="browsePage"><browse-app><div>Loading...</div></browse-app><script>
System.import('browse-app').then(function(module) { module.main({ str_json: {"rootFolder":1,"vdirName":"WebLink","dbidRepoName":"dbid=0\\u0026repo=${repo}","repoName":"${repo}"},
}) })</script></body></html>`

export interface Found {
  readonly folder: Made
  readonly path: readonly string[]
}

export function findFolder(
  root: Made,
  id: number,
  path: readonly string[] = [],
): Found | undefined {
  const own = [...path, root.name]
  if (root.id === id && root.inside) return { folder: root, path: own }
  for (const one of root.inside ?? []) {
    const found = findFolder(one, id, own)
    if (found) return found
  }
  return undefined
}

/** What `GetFolderListing2` answers: rows of one page, null where the page ends before the folder. */
export function listingOf(root: Made, asked: Fields, mostRows = 40): string {
  const found = findFolder(root, Number(asked.folderId))
  if (!found) {
    return JSON.stringify({ data: { failed: true, errMsg: 'Entry not found. [9001]' } })
  }
  const { folder, path } = found
  const all = folder.inside ?? []
  const sorted = [...all].sort((a, b) => (a.name < b.name ? 1 : -1))
  const start = Number(asked.start)
  const end = Math.min(Number(asked.end), start + mostRows)
  const rows = sorted.map((one, at) => (at >= start && at < end ? rowOf(one) : null))
  return JSON.stringify({
    data: {
      name: folder.name,
      folderId: folder.id,
      path: `\\${path.slice(1).join('\\')}`,
      totalEntries: all.length,
      entryType: 0,
      colTypes: columns,
      results: rows.slice(start),
      failed: false,
      errMsg: null,
    },
  })
}

function rowOf({ id, name, inside, isScan }: Made): object {
  const isFile = inside === undefined
  return {
    name: name.replace(/\.pdf$/, ''),
    entryId: id,
    type: isFile ? -2 : 0,
    shortcutTargetId: 0,
    targetType: 0,
    iconClass: isFile ? 'DocumentIcon' : 'FolderIcon',
    extension: isFile && !isScan ? 'pdf' : '',
    isEdoc: isFile && !isScan,
    mediaMimeType: null,
    mediaHandlerUrl: null,
    data: [null, isFile ? 7 : null, null, '3/1/2026 8:00:00 AM', id],
  }
}

export const folder = (id: number, name: string, ...inside: Made[]): Made => ({ id, name, inside })
export const file = (id: number, name: string): Made => ({ id, name: `${name}.pdf` })

/** Trees of agendas and of minutes beside what has nothing to do with meetings. */
export const repository = folder(
  1,
  'Riverton',
  folder(2, 'Building Permits', folder(3, '2026', file(4, '2026-03-02 Permit'))),
  folder(
    10,
    'City Council',
    folder(
      11,
      'Agendas',
      folder(12, '2019', folder(13, '2019 0305', file(14, 'Agenda'))),
      folder(
        20,
        '2026',
        folder(
          21,
          '2026 0303',
          file(22, '~Master Agenda Packet'),
          file(23, 'Agenda'),
          file(24, 'A001 - Contract for cameras'),
        ),
        folder(25, '2026 0310 Tax Levy', file(26, 'Special Meeting Agenda')),
        folder(27, '2026 0310', file(28, 'Agenda')),
        folder(29, 'CANCELLED 2026 0324'),
      ),
    ),
    folder(30, 'Minutes', folder(31, '2026', file(32, '2026-03-03 Minutes'))),
    folder(33, 'Resolutions', folder(34, '2026', file(35, '2026-03-03 Resolution 7'))),
  ),
  folder(
    40,
    'Planning Commission',
    folder(41, '2026', file(42, '03-17-2026 Agenda'), file(43, 'Minutes - March 17, 2026')),
    { ...file(44, 'Agenda March 24, 2026'), isScan: true },
    file(45, 'By-laws'),
  ),
)
