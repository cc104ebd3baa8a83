import type { CodegenConfig } from '@graphql-codegen/cli'

const config: CodegenConfig = {
  // Files are read side by side; sorted, the output does not follow whichever is read first.
  config: { sort: true },
  schema: '../graph/schema/*.graphqls',
  documents: ['src/**/*.{ts,tsx}', '!src/gen/**'],
  generates: {
    'src/gen/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: {
          CreditCode: 'string',
          DataVersion: 'string | number',
          Date: 'string',
          IndicatorKey: 'string',
          Period: 'string',
          RegionCode: 'string',
          Time: 'string',
        },
      },
    },
    // The Chinese terms of the enums come from the schema, so that pages and answers cannot disagree.
    'src/gen/terms.ts': { plugins: ['./codegen/terms.cjs'] },
  },
}

export default config
