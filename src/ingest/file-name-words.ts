/** A title for want of a better one. fileNameWords('a/set-up_mail.md') // => 'Set up mail' */
export function fileNameWords(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const words = name.replace(/[\p{White_Space}\p{Default_Ignorable_Code_Point}_-]+/gu, ' ').trim();
  return words === '' ? name || path : words.charAt(0).toUpperCase() + words.slice(1);
}
