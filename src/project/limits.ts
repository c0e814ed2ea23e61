import type { Finding } from '../model/finding.ts';
import type { SiteConfig } from '../model/site.ts';
import type { BrokenLimit } from '../report/report.ts';
import type { PageFacts } from './page-facts.ts';

/**
 * The limits of `site.yml` that the content does not keep to, in the order of the locales.
 * @param findings all that are not ignored, those of the baseline included
 */
export function brokenLimits(config: Pick<SiteConfig, 'limits' | 'locales'>, facts: readonly PageFacts[], families: number, findings: readonly Finding[]): BrokenLimit[] {
  return config.locales.flatMap(({ id: locale }): BrokenLimit[] => {
    const { maxStale, minTranslated, maxFindings } = config.limits[locale] ?? {};
    const own = facts.filter((page) => page.locale === locale && page.kind === 'own');
    const broken: BrokenLimit[] = [];
    if (maxStale !== undefined) {
      const [allowed, found] = [Math.floor(amountOf(maxStale, own.length)), own.filter(({ stale }) => stale > 0).length];
      if (found > allowed) broken.push({ locale, limit: 'maxStale', of: undefined, allowed, found });
    }
    if (minTranslated !== undefined) {
      const allowed = Math.ceil(amountOf(minTranslated, families));
      if (own.length < allowed) broken.push({ locale, limit: 'minTranslated', of: undefined, allowed, found: own.length });
    }
    if (maxFindings === undefined) return broken;
    const mine = findings.filter((finding) => finding.locale === locale);
    const wanted: readonly (readonly [of: string | undefined, allowed: number])[] = typeof maxFindings === 'number' ? [[undefined, maxFindings]] : Object.entries(maxFindings);
    for (const [of, allowed] of wanted) {
      const found = of === undefined ? mine.length : mine.filter(({ rule, severity }) => rule === of || severity === of).length;
      if (found > allowed) broken.push({ locale, limit: 'maxFindings', of, allowed, found });
    }
    return broken;
  });
}

/** amountOf('5%', 200) // => 10; rounded, so that 7 % of 100 is 7 and not a trace more */
function amountOf(amount: number | string, whole: number): number {
  return typeof amount === 'number' ? amount : Math.round(Number.parseFloat(amount) * whole * 1e6) / 1e8;
}
