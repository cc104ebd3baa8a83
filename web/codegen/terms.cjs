// Writes the Chinese term of every enum value, as the schema's descriptions give it: the text before the first colon. The enums
// are read from the schema's own files, because the generator sorts its copy and their order is that of rows in answers.
const { readdirSync, readFileSync } = require('node:fs')
const { join } = require('node:path')
const { buildSchema } = require('graphql')

const folder = join(__dirname, '..', '..', 'graph', 'schema')

module.exports = {
  plugin() {
    const files = readdirSync(folder).filter((name) => name.endsWith('.graphqls')).sort()
    const schema = buildSchema(files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n'))
    const enums = Object.values(schema.getTypeMap()).filter((type) => type.getValues && !type.name.startsWith('__'))
    const terms = {}
    for (const type of enums.sort((a, b) => a.name.localeCompare(b.name))) {
      terms[type.name] = Object.fromEntries(type.getValues().map((value) => [value.name, term(value)]))
    }
    return `export const terms = ${JSON.stringify(terms, null, 2)} as const\n`
  },
}

function term(value) {
  return (value.description ?? value.name).split(':')[0].trim()
}
