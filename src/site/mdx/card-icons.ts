/**
 * Icons of cards, by name: lines on a field of 24 × 24, in two strokes that answer each other as a target and its
 * source do. `mirrored`: it shows lines of text, which begin on the other side in a right-to-left language.
 */
export const cardIcons: Readonly<Record<string, { readonly target: string; readonly source: string; readonly mirrored?: true }>> = {
  start: { target: 'M12 3v11m-4.500-4.500L12 14l4.500-4.500', source: 'M4 15v5h16v-5' },
  write: { target: 'M8 9h8M8 13h8M8 17h4.500', source: 'M15 3H5v18h14V7zm0 0v4h4', mirrored: true },
  check: { target: 'm8 12.500 3 3 5.500-7', source: 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0' },
  publish: { target: 'M3.500 12h17M12 3c5.500 5.500 5.500 12.500 0 18-5.500-5.500-5.500-12.500 0-18', source: 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0' },
  review: { target: 'M3 6.500h7M3 12h7M3 17.500h4', source: 'M14 6.500h7M14 12h7M17 17.500h4', mirrored: true },
  search: { target: 'm15.500 15.500 5.500 5.500', source: 'M3.500 10.500a7 7 0 1 0 14 0 7 7 0 1 0-14 0' },
  settings: { target: 'M7 4v6m0 4v6m10-16v3m0 4v9', source: 'M7 10a2 2 0 1 0 0 4 2 2 0 1 0 0-4m10-3a2 2 0 1 0 0 4 2 2 0 1 0 0-4' },
  people: { target: 'M6 8.500a3 3 0 1 0 6 0 3 3 0 1 0-6 0M3 20c0-7 12-7 12 0', source: 'M15 5.800a3 3 0 0 1 0 5.400M17.500 14.500c2.300.8 3.500 2.700 3.500 5.500' },
  help: { target: 'M9.500 9.500c0-3.500 5-3.300 5-.3 0 2-2.500 2-2.500 4.300m0 3v.2', source: 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0' },
  code: { target: 'm8 8-4.500 4L8 16m8-8 4.500 4-4.500 4', source: 'm13.500 5-3 14' },
};
