import type { Unit } from '../rules/unit.ts'

/**
 * The units that the product begins with, in words of our own. Codes, titles, levels and credits are facts; a criterion
 * that is not `checked` was not read in a public source: look at the awarding body's text. Source: domain.md 1.2 to 1.4.
 */
export const STARTER_UNITS: readonly Unit[] = [
  {
    unitId: '29751a7a-f1c3-5a45-b650-4c53a650e241',
    code: 'T/506/2952',
    title: 'Manage personal and professional development',
    level: 3,
    credits: 3,
    hours: 12,
    source: 'Ofqual register; Skills CFA, Level 4 NVQ Diploma in Customer Service, 2014',
    wordsFrom: '',
    version: 1,
    outcomes: [
      {
        outcomeId: '5a770104-79fd-5061-a523-8fad56af56cb',
        code: '1',
        words: 'Find out what personal and professional development is needed',
        criteria: [
          {
            criterionId: 'd589ae4e-90d4-5215-bdda-fce879cba60d',
            code: '1.1',
            words:
              'Compare two or more sources on what is changing in your line of work, and say which you rely on and why',
            checked: true,
          },
          {
            criterionId: '7858704c-5130-50bb-aae8-06467d6b87d9',
            code: '1.2',
            words:
              'Name at least two changes, such as in systems, customers, competitors or the law, that make development necessary',
            checked: true,
          },
          {
            criterionId: '7ca218c6-c421-588f-9bb6-7feef404792d',
            code: '1.3',
            words: 'Judge your own needs, now and next, against your role, your team and the organisation',
            checked: true,
          },
        ],
      },
      {
        outcomeId: 'e8b8de5d-e7fb-55d5-b441-316eec08ed41',
        code: '2',
        words: 'Carry out a plan for personal and professional development',
        criteria: [
          {
            criterionId: 'b9d57a33-1b38-5697-b303-13e92640bd9f',
            code: '2.1',
            words: 'Say what development is worth, to you and to those you work for',
            checked: false,
          },
          {
            criterionId: '3c3c8014-d5c2-5917-9a5a-432804204232',
            code: '2.2',
            words: 'Give the grounds for choosing one kind of development action over another',
            checked: false,
          },
          {
            criterionId: '5d51f165-09e8-5b70-a415-ef0c5b392daa',
            code: '2.3',
            words: 'Find the needs by comparing what is asked with what is shown',
            checked: false,
          },
          {
            criterionId: '1a4cfd14-b5a0-5b88-a7ed-590a5595ebe9',
            code: '2.4',
            words: 'Agree a plan from which you and your employer both gain',
            checked: false,
          },
          {
            criterionId: '3988dbc3-665e-5569-afcd-140b914d6d1c',
            code: '2.5',
            words: 'Carry the plan out within its budget and by its dates',
            checked: false,
          },
          {
            criterionId: '4e373a55-bd34-511d-803d-ecf53dcd40f8',
            code: '2.6',
            words: 'Draw on people in the same line of work elsewhere, and on the bodies that speak for it',
            checked: false,
          },
        ],
      },
      {
        outcomeId: '7b07ca46-b2e7-59a5-8c24-895dd0bf8759',
        code: '3',
        words: 'Keep the plan relevant',
        criteria: [
          {
            criterionId: '3aa81b18-12f5-5d58-80ee-c4b8d304dac8',
            code: '3.1',
            words: 'Explain how specific, measurable, achievable, relevant and time-bound objectives are set',
            checked: false,
          },
          {
            criterionId: 'f6744b82-5ab2-571f-8456-61e3e7f9b1c8',
            code: '3.2',
            words: 'Get feedback on your work from a range of valid sources',
            checked: false,
          },
          {
            criterionId: 'f047b6de-645f-5d48-b00b-6f0ef65f61a7',
            code: '3.3',
            words: 'Review progress towards personal and professional objectives',
            checked: false,
          },
          {
            criterionId: '53d30141-4864-594b-b605-17c64478dd47',
            code: '3.4',
            words: 'Alter the plan where a review or somebody’s comment shows that it should be altered',
            checked: false,
          },
        ],
      },
    ],
  },
  {
    unitId: 'f729e79b-2d5a-53d4-8316-86d258b12da5',
    code: 'L/506/1788',
    title: 'Manage personal performance and development',
    level: 2,
    credits: 4,
    hours: 18,
    source: 'Skills CFA unit M&L 1; City & Guilds unit 239',
    wordsFrom: '',
    version: 1,
    outcomes: [
      {
        outcomeId: 'a3cbffae-3ef7-50ed-8b2f-4fbaf0e6ae25',
        code: '1',
        words: 'Be able to manage personal performance',
        criteria: [
          {
            criterionId: 'a57381b9-9329-5fdc-90d0-1e59df5fce94',
            code: '1.1',
            words:
              'Agree two or more SMART objectives with the line manager that serve what the business needs',
            checked: true,
          },
          {
            criterionId: 'ba55ab6c-2821-5ff5-b60b-e2e834c1b3b6',
            code: '1.2',
            words: 'Agree how progress towards them is measured',
            checked: true,
          },
          {
            criterionId: 'e35cac70-cbfe-5da9-b036-aeea1911643a',
            code: '1.3',
            words: 'Finish tasks by the agreed time and to the agreed standard',
            checked: true,
          },
          {
            criterionId: 'e19bf8d1-3674-54d3-ab7d-1b14c4f1bdbd',
            code: '1.4',
            words: 'Pass on, to whoever can deal with it, what you may not or cannot settle yourself',
            checked: true,
          },
          {
            criterionId: 'eda03742-296d-54e5-a37e-1ab613960b63',
            code: '1.5',
            words: 'Take action to put right what went wrong with your own performance',
            checked: true,
          },
        ],
      },
      {
        outcomeId: '112c0bfb-e1dd-59e0-b5fc-338ea496f684',
        code: '2',
        words: 'Be able to manage your own time and workload',
        criteria: [
          {
            criterionId: '9f8b3a17-289b-5316-97da-8c45cd56d6f8',
            code: '2.1',
            words:
              'Order the work by what matters most, and keep to that order by a method of your own choice',
            checked: true,
          },
          {
            criterionId: '022e75c1-64df-5151-b335-ad335bc87548',
            code: '2.2',
            words: "Keep away what gets in the way of the day's work",
            checked: false,
          },
        ],
      },
      {
        outcomeId: '2a5ab9ba-54e9-50b2-b2be-d19aa739d749',
        code: '3',
        words: 'Be able to identify your own development needs',
        criteria: [
          {
            criterionId: 'bc51c2ed-87a3-563a-ba98-2c82361d200a',
            code: '3.1',
            words: 'Name what development the current and a future role asks for',
            checked: false,
          },
          {
            criterionId: '78bbcf46-c981-59c9-bd87-cce831dd0112',
            code: '3.2',
            words: 'Find the needs from feedback and from your own assessment',
            checked: false,
          },
        ],
      },
      {
        outcomeId: '009263fb-bb9f-5fa9-bd05-9920787ababb',
        code: '4',
        words: 'Be able to fulfil a personal development plan',
        criteria: [
          {
            criterionId: '3e630a9c-624e-500e-a2cc-a7e58231fcaa',
            code: '4.1',
            words: 'Agree a development plan with dates and with what it takes',
            checked: false,
          },
          {
            criterionId: '6d23c83a-c167-5e2c-92d0-17bed6deeaa2',
            code: '4.2',
            words: 'Carry it out, and keep it up to date as feedback comes',
            checked: false,
          },
          {
            criterionId: '222589a0-195a-516f-9ead-dcf6455b7e04',
            code: '4.3',
            words: 'Review what the development changed in your work',
            checked: false,
          },
        ],
      },
    ],
  },
  {
    unitId: '720f331a-2438-5147-8490-fa68d2aa8df2',
    code: '',
    title: 'Career progression',
    level: 2,
    credits: 2,
    hours: 20,
    source: 'BTEC WorkSkills, unit 10',
    wordsFrom: '',
    version: 1,
    outcomes: [
      {
        outcomeId: '1535c357-93a5-5b8e-b1e6-498d464ac3d8',
        code: '1',
        words: 'Understand how what you bring shapes where your career can go',
        criteria: [
          {
            criterionId: '9512abf3-c62f-5322-acb3-3bf914efe544',
            code: '1.1',
            words: 'Take stock of what you can do, what you are like and what you have done so far',
            checked: true,
          },
          {
            criterionId: '361b17ec-7f14-5986-bc1f-88e30cee0db6',
            code: '1.2',
            words:
              'Say which kinds of work and courses that fits best, which it fits less, and for what reasons',
            checked: true,
          },
        ],
      },
      {
        outcomeId: '34ca2f74-036e-511c-bbdd-bf4840222470',
        code: '2',
        words: 'Be able to look for careers advice and to judge it',
        criteria: [
          {
            criterionId: '9354e289-9a89-540d-ab94-2d832310ecce',
            code: '2.1',
            words:
              'Look for advice and facts in places of more than one kind, such as a careers service and somebody in the job',
            checked: true,
          },
          {
            criterionId: '634c5919-ed34-5c4d-b9ad-81bc4b4810d8',
            code: '2.2',
            words: 'Say of each what it is worth to somebody with your strengths and your aims',
            checked: true,
          },
        ],
      },
      {
        outcomeId: '764a8296-6b00-55ad-b068-e4d78a944e70',
        code: '3',
        words: 'Understand what opportunities at work and in study are worth',
        criteria: [
          {
            criterionId: 'a9f29130-4831-5b2c-ba8d-a2a6b5c33393',
            code: '3.1',
            words:
              'Set several openings side by side, at work and in study, with what each would do for your career',
            checked: true,
          },
          {
            criterionId: '919d62d4-76bc-5f5f-8d71-a7144c6e20c0',
            code: '3.2',
            words: 'Show by an example how a job prepares for the one after it',
            checked: true,
          },
        ],
      },
      {
        outcomeId: 'acfe4eb1-28fc-5876-8811-4264d4b66098',
        code: '4',
        words: 'Be able to plan for career development',
        criteria: [
          {
            criterionId: 'def81362-abee-56fe-a7cd-28a6f775b031',
            code: '4.1',
            words: 'Set short-term goals for the next step, with what each takes',
            checked: false,
          },
          {
            criterionId: '202064fe-024a-5899-9c9a-23bbcad89773',
            code: '4.2',
            words: 'Say how and when the plan will be reviewed',
            checked: false,
          },
        ],
      },
    ],
  },
]
