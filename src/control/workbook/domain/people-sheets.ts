// The sheets of who is there: the partnership, its bodies, people, themes and roles.
import { LONG, TITLE, type WorkbookSheet } from './workbook-sheet.ts';

export const peopleSheets = {
  Partnership: {
    says: 'Who the partnership is. One row.',
    columns: {
      name: {
        heading: 'Name',
        says: 'the whole name, as the board’s papers print it',
        isRequired: true,
        most: TITLE,
        example: 'Example: Borsetshire SEND Local Area Partnership',
      },
      short: {
        heading: 'Short name',
        says: 'what people call it; the name where this is empty',
        most: 60,
        example: 'Borsetshire SEND',
      },
    },
  },
  Organisations: {
    says: 'The bodies whose people answer: council, NHS, parent carer forum, schools.',
    columns: {
      name: {
        heading: 'Organisation',
        says: 'its name, as it should be shown',
        isRequired: true,
        most: TITLE,
        example: 'Example: Borsetshire Council',
      },
      kind: {
        heading: 'Kind',
        says: 'what kind of body it is',
        isRequired: true,
        choices: {
          Council: 'council',
          NHS: 'nhs',
          'Parent carer forum': 'parent-carer-forum',
          School: 'school',
          Voluntary: 'voluntary',
          Other: 'other',
        },
        example: 'Council',
      },
    },
  },
  People: {
    says: 'Everybody who owns an objective, covers for somebody, chairs or works in the programme office.',
    columns: {
      name: {
        heading: 'Name',
        says: 'first name and surname',
        isRequired: true,
        most: 100,
        example: 'Example: Asha Patel',
      },
      email: {
        heading: 'E-mail',
        says: 'the address of work, by which Slack or Teams knows them. Several: the main one first, with a comma between',
        isRequired: true,
        example: 'asha.patel@borsetshire.example',
      },
      organisation: {
        heading: 'Organisation',
        says: 'as on the sheet Organisations',
        isRequired: true,
        from: 'Organisations',
        example: 'Borsetshire Council',
      },
    },
  },
  Themes: {
    says: 'The themes or workstreams of the plan. Leave it empty if the plan has none.',
    columns: {
      name: {
        heading: 'Theme',
        says: 'its name',
        isRequired: true,
        most: TITLE,
        example: 'Example: Early help',
      },
      number: { heading: 'Number', says: '1, 2, 3 …', isRequired: true, example: '1' },
      outcome: {
        heading: 'Outcome',
        says: 'what will be better for children and families',
        most: LONG,
        example: 'Families find help before they need a plan.',
      },
    },
  },
  Roles: {
    says: 'Who may do more than answer for their own objectives. At least one person is Programme office.',
    columns: {
      person: {
        heading: 'Person',
        says: 'as on the sheet People; the address where two have one name',
        isRequired: true,
        from: 'People',
        example: 'Example: Asha Patel',
      },
      role: {
        heading: 'Role',
        says: 'a co-chair also has a theme',
        isRequired: true,
        choices: {
          'Programme office': 'programme-office',
          'Co-chair': 'co-chair',
          Board: 'board',
          'Evidence lead': 'evidence-lead',
          Viewer: 'viewer',
        },
        example: 'Programme office',
      },
      theme: {
        heading: 'Theme',
        says: 'for a co-chair or an evidence lead: as on the sheet Themes',
        from: 'Themes',
        example: '',
      },
    },
  },
} as const satisfies Readonly<Record<string, WorkbookSheet>>;
