/** Languages that count in ten thousands or lakhs: large round numbers are written with a word. Source: CLDR, compact number formats. */
export const MYRIAD_LANGUAGES: ReadonlySet<string> = new Set(['ja', 'ko', 'yue', 'zh', 'hi', 'bn', 'mr', 'gu', 'ta', 'te', 'kn', 'ml', 'pa', 'ur', 'ne', 'my', 'th', 'lo', 'km']);

/** Years added to the Gregorian ones by calendars of everyday use. Source: CLDR, calendar preference data. */
export const YEAR_OFFSETS: Readonly<Record<string, number>> = { th: 543 };

/** Languages with calendars whose years have no fixed distance to Gregorian ones. Source: CLDR, calendar preference data. */
export const OTHER_CALENDARS: ReadonlySet<string> = new Set(['am', 'fa', 'ps', 'ti']);

/** Words of the source behind which even a small number is part of a name. */
export const NUMBERED_NAMES: ReadonlySet<string> = new Set(['Plan', 'Version', 'Windows', 'Office', 'Edge', 'Exchange', 'Outlook', 'Dynamics', 'Microsoft', 'Explorer', 'iOS', 'macOS', 'Android', 'PowerShell', 'TLS', 'HTTP', 'Surface', 'Xbox', 'IPv']);
