// Writes the Chinese term of every enum value, as the schema's descriptions give it: the text before the first colon.
module.exports = {
  plugin(schema) {
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
