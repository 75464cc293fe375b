// The sheets of what they work on: forums and their meetings, the plan, its KPIs and channels.
import { LONG, TITLE, type WorkbookSheet } from './workbook-sheet.ts';

const yesNo = { Yes: 'yes', No: 'no' } as const;

export const planSheets = {
  Forums: {
    says: 'The board and the other bodies that meet about the plan.',
    columns: {
      name: {
        heading: 'Forum',
        says: 'its name',
        isRequired: true,
        most: TITLE,
        example: 'Example: SEND Improvement Board',
      },
      kind: {
        heading: 'Kind',
        says: 'what kind of body it is',
        isRequired: true,
        choices: {
          Board: 'board',
          'Co-chairs': 'co-chairs',
          'Lead member': 'lead-member',
          Cabinet: 'cabinet',
          Scrutiny: 'scrutiny',
          'Parent carer forum': 'parent-carer-forum',
          Schools: 'schools',
          Review: 'review',
          Other: 'other',
        },
        example: 'Board',
      },
      collects: {
        heading: 'Collects returns',
        says: 'Yes for the one whose meetings owners are asked before; No where this is empty',
        choices: yesNo,
        example: 'Yes',
      },
      due: {
        heading: 'Returns due',
        says: 'so many working days before the meeting, 1 to 60; 10 where this is empty',
        example: '10',
      },
      time: {
        heading: 'Time',
        says: 'the time of day by which returns are due; 17:00 where this is empty',
        example: '17:00',
      },
      freeze: {
        heading: 'Papers frozen',
        says: 'so many working days before the meeting, no more than for returns; 6 where this is empty',
        example: '6',
      },
    },
  },
  Meetings: {
    says: 'When they meet.',
    columns: {
      forum: {
        heading: 'Forum',
        says: 'as on the sheet Forums',
        isRequired: true,
        from: 'Forums',
        example: 'Example: SEND Improvement Board',
      },
      date: { heading: 'Date', says: 'the day', isRequired: true, example: '24 July 2026' },
      title: {
        heading: 'Title',
        says: 'what the meeting is called; the forum’s name where this is empty',
        most: TITLE,
        example: 'Board meeting',
      },
    },
  },
  Plan: {
    says: 'One row an objective. A plan in a file of your own is sent to the bot instead, with “admin import”.',
    columns: {
      ref: {
        heading: 'Reference',
        says: 'as the plan prints it: 1.2, PA1.2a, SEND-14',
        isRequired: true,
        most: 40,
        example: 'Example: 1.2',
      },
      title: {
        heading: 'Objective',
        says: 'what is to be done or reached',
        isRequired: true,
        most: TITLE,
        example: 'Named workers identified, trained and supported',
      },
      area: {
        heading: 'Area',
        says: 'the priority that it stands under, by number or with its name: Priority 1: Early help',
        most: TITLE,
        example: 'Priority 1: Early help',
      },
      theme: {
        heading: 'Theme',
        says: 'as on the sheet Themes',
        from: 'Themes',
        example: 'Early help',
      },
      owner: {
        heading: 'Owner',
        says: 'a person as on the sheet People, or an organisation',
        example: 'Asha Patel',
      },
      deputy: {
        heading: 'Deputy',
        says: 'who answers when the owner does not',
        from: 'People',
        example: '',
      },
      due: { heading: 'Due', says: 'a day, a month, a term or a year', example: 'March 2027' },
      measure: {
        heading: 'Success measure',
        says: 'how you will know',
        most: 2_000,
        example: 'Every school has a named worker',
      },
      rag: {
        heading: 'Rating',
        says: 'Red, Amber or Green as last published. Blue needs evidence, which is recorded later',
        choices: { Red: 'red', Amber: 'amber', Green: 'green' },
        example: 'Amber',
      },
      note: {
        heading: 'Reason',
        says: 'what was published with the rating',
        most: LONG,
        example: '12 of 20 trained',
      },
    },
  },
  KPIs: {
    says: 'The figures that the board looks at, as they are published. More columns come in with “kpi import”.',
    columns: {
      name: {
        heading: 'KPI',
        says: 'its name',
        isRequired: true,
        most: TITLE,
        example: 'Example: Plans issued within 20 weeks',
      },
      theme: {
        heading: 'Theme',
        says: 'as on the sheet Themes',
        isRequired: true,
        from: 'Themes',
        example: 'Early help',
      },
      baseline: {
        heading: 'Baseline',
        says: 'the figure that it is compared with, its period in brackets',
        isRequired: true,
        most: TITLE,
        example: '46% (2024/25)',
      },
      latest: {
        heading: 'Latest',
        says: 'the newest figure, its period in brackets',
        isRequired: true,
        most: TITLE,
        example: '52% (2025/26)',
      },
      direction: {
        heading: 'Direction of travel',
        says: 'the arrow that was published, if any',
        choices: { '↑': '↑', '↓': '↓', '↔': '↔', '-': '-' },
        example: '↑',
      },
    },
  },
  Channels: {
    says: 'Where digests are posted. Easier later, in the channel itself: “admin channel bind theme 1”.',
    columns: {
      name: {
        heading: 'Channel',
        says: 'what it is called',
        isRequired: true,
        most: 100,
        example: 'Example: early-help',
      },
      platform: {
        heading: 'Platform',
        says: 'where it is',
        isRequired: true,
        choices: { Slack: 'slack', Teams: 'teams' },
        example: 'Slack',
      },
      tenant: {
        heading: 'Workspace or tenant',
        says: 'its id: T… of Slack, the directory’s id of Teams',
        isRequired: true,
        most: 100,
        example: 'T0123456789',
      },
      id: {
        heading: 'Channel id',
        says: 'C… of Slack, 19:…@thread.tacv2 of Teams',
        isRequired: true,
        most: 200,
        example: 'C0123456789',
      },
      theme: {
        heading: 'Theme',
        says: 'whose digest is posted there; the whole plan where this is empty',
        from: 'Themes',
        example: 'Early help',
      },
      purpose: {
        heading: 'For',
        says: 'Programme office: what only the office may see',
        choices: { Workstream: 'workstream', 'Programme office': 'office' },
        example: 'Workstream',
      },
    },
  },
} as const satisfies Readonly<Record<string, WorkbookSheet>>;
