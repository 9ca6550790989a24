import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'

const text = { type: 'string' }
const texts = { type: 'array', items: text }
const whole = { type: 'integer' }
const id = { type: 'string', format: 'uuid' }
const moment = { type: 'string', format: 'date-time' }
const day = { type: 'string', format: 'date' }
const free = { type: 'object' }

const strict = (required: string, properties: Record<string, object>) => ({
  type: 'object',
  properties,
  required: required.split(' '),
  additionalProperties: false,
})

const part = { identifier: id, uri: text, lastChangeDateTime: moment, extensions: free }
const link = strict('title identifier uri', { title: text, identifier: id, uri: text })
const named = (types: string) => ({
  anyOf: [{ enum: types.split(' ') }, { type: 'string', pattern: '^ext:[\\w.-]+$' }],
})
const end = strict('title identifier uri', {
  title: text,
  identifier: text,
  uri: text,
  targetType: named('CASE'),
})
const definition = (required: string, more: Record<string, object> = {}) => ({
  type: 'array',
  items: strict(`identifier uri title lastChangeDateTime ${required}`.trim(), {
    ...part,
    title: text,
    description: text,
    ...more,
  }),
})

/** What CASE 1.1 lets a package have and asks of it, as its published members and their kinds say. */
const PACKAGE = strict('CFDocument', {
  CFDocument: strict('identifier uri creator title lastChangeDateTime', {
    ...part,
    frameworkType: text,
    caseVersion: { const: '1.1' },
    creator: text,
    title: text,
    officialSourceURL: text,
    publisher: text,
    description: text,
    subject: texts,
    subjectURI: { type: 'array', items: link },
    language: text,
    version: text,
    adoptionStatus: text,
    statusStartDate: day,
    statusEndDate: day,
    licenseURI: link,
    notes: text,
  }),
  CFItems: {
    type: 'array',
    items: strict('identifier fullStatement uri lastChangeDateTime', {
      ...part,
      fullStatement: text,
      alternativeLabel: text,
      CFItemType: text,
      humanCodingScheme: text,
      listEnumeration: text,
      abbreviatedStatement: text,
      conceptKeywords: texts,
      conceptKeywordsURI: link,
      notes: text,
      subject: texts,
      subjectURI: { type: 'array', items: link },
      language: text,
      educationLevel: texts,
      CFItemTypeURI: link,
      licenseURI: link,
      statusStartDate: day,
      statusEndDate: day,
    }),
  },
  CFAssociations: {
    type: 'array',
    items: strict('identifier associationType uri originNodeURI destinationNodeURI lastChangeDateTime', {
      ...part,
      associationType: named(
        'isChildOf isPeerOf isPartOf exactMatchOf precedes isRelatedTo replacedBy exemplar hasSkillLevel isTranslationOf',
      ),
      sequenceNumber: whole,
      originNodeURI: end,
      destinationNodeURI: end,
      CFAssociationGroupingURI: link,
      notes: text,
    }),
  },
  CFDefinitions: {
    type: 'object',
    properties: {
      CFConcepts: definition('hierarchyCode', { hierarchyCode: text, keywords: text }),
      CFSubjects: definition('hierarchyCode', { hierarchyCode: text }),
      CFLicenses: definition('licenseText', { licenseText: text }),
      CFItemTypes: definition('description hierarchyCode', { hierarchyCode: text, typeCode: text }),
      CFAssociationGroupings: definition(''),
      extensions: free,
    },
    additionalProperties: false,
  },
  CFRubrics: {
    type: 'array',
    items: strict('identifier uri lastChangeDateTime', {
      ...part,
      title: text,
      description: text,
      CFRubricCriteria: {
        type: 'array',
        items: strict('identifier uri lastChangeDateTime', {
          ...part,
          category: text,
          description: text,
          CFItemURI: link,
          weight: { type: 'number' },
          position: whole,
          rubricId: id,
          CFRubricCriterionLevels: {
            type: 'array',
            items: strict('identifier uri lastChangeDateTime', {
              ...part,
              extensions: { type: 'array', items: free },
              description: text,
              quality: text,
              score: { type: 'number' },
              feedback: text,
              position: whole,
              rubricCriterionId: id,
            }),
          },
        }),
      },
    }),
  },
  extensions: free,
})

/** A check of packages, by the schema given or by our own reading of it. */
export function packageCheck(schema: object = PACKAGE): ValidateFunction {
  const ajv = new Ajv2019({ strict: false })
  addFormats.default(ajv)
  return ajv.compile(schema)
}
