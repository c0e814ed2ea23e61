/** An address for a message, and the path it means where that is not the same. addressOf('../a.md', 'x/a.md') // => '`../a.md` (`x/a.md`)' */
export function addressOf(url: string, resolved: string): string {
  return url === resolved ? `\`${url}\`` : `\`${url}\` (\`${resolved}\`)`;
}
