/**
 * Sets Latin runs apart in a right-to-left text where their first or last characters belong to no direction:
 * without it `.NET` reads `NET.`, and a number of several groups is read backwards. `html` is finished HTML, perhaps cut inside a tag.
 */
export function isolateRuns(html: string): string {
  return RTL.test(html) && RUN.test(html) ? html.replace(TAG_OR_RUN, (found) => (/[<>&]/.test(found) ? found : `<bdi>${found}</bdi>`)) : html;
}

const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const RUN_SOURCE = '(?<![\\w&;</])(?:[.@#$/\\\\-]{1,3}[A-Za-z](?:[\\w./-]{0,200}\\w)?|[A-Za-z][\\w.]{0,40}(?:\\+\\+|#)|\\d+(?:[-/]\\d+){2,20})(?![\\w/])';
const RUN = new RegExp(RUN_SOURCE);
const TAG_OR_RUN = new RegExp(`^[^<>]*>|<[^>]*(?:>|$)|&[#\\w]+;|${RUN_SOURCE}`, 'g');
