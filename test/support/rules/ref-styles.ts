// The ways in which plans print their references, each with what a small plan of it has.

export const refStyles = {
  '2B:2': ['1A:1', '1A:2', '2B:1', '2B:2', '3A:1', '3A:2'],
  '1.2': ['1.1', '1.2', '2.1', '2.2', '3.1', '3.2'],
  '1.10 beside 1.1': ['1.1', '1.2', '1.10', '1.11', '11.1', '1.20'],
  A1: ['A1', 'A2', 'B1', 'B2', 'C1', 'C12'],
  'PA1.2a': ['PA1.1', 'PA1.2', 'PA1.2a', 'PA1.2b', 'PA2.1', 'PA12.1'],
  '1(b)': ['1(a)', '1(b)', '2(a)', '2(b)', '3(a)', '3(b)'],
  'SEND-14': ['SEND-1', 'SEND-4', 'SEND-12', 'SEND-13', 'SEND-14', 'SEND-140'],
  'Priority 3 – Action 4': [
    ...['Priority 1 – Action 1', 'Priority 1 – Action 4', 'Priority 2 – Action 1'],
    ...['Priority 3 – Action 4', 'Priority 3 – Action 14', 'Priority 13 – Action 4'],
  ],
  'SR (25/26) 01': [
    ...['SR (25/26) 01', 'SR (25/26) 02', 'SR (25/26) 10'],
    ...['SR (24/25) 01', 'SR (24/25) 02', 'SR (24/25) 11'],
  ],
  iii: ['i', 'ii', 'iii', 'iv', 'v', 'vi'],
  '7': ['1', '2', '3', '7', '12', '17'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type RefStyle = keyof typeof refStyles;

export const styleNames = Object.keys(refStyles) as RefStyle[];
