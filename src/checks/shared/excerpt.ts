/** Text for a message: one line, cut to 60 characters. excerpt('a\n  b') // => 'a b' */
export function excerpt(text: string): string {
  const line = text.slice(0, 400).replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > 60 || text.length > 400 ? `${characters.slice(0, 59).join('')}…` : line;
}
