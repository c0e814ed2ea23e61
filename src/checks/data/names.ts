/**
 * Names that stay as they are in every language, by the words of the source, with the forms that a language's own
 * style writes instead. Source: Microsoft Localization Style Guides and terminology (ru, ja, zh: Майкрософт, マイクロソフト,
 * 微软 …) and the makers' brand guidelines. Names that are everyday words too (Word, Teams, Access, Edge, Forms, Planner)
 * are left out: a capital at the beginning of a sentence says nothing.
 */
export const NAMES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  ActiveSync: {}, Android: { ar: ['أندرويد'], fa: ['اندروید'], zh: ['安卓'] }, Azure: {}, BitLocker: {}, Bing: { zh: ['必应'] }, Bluetooth: { zh: ['蓝牙'] }, ChatGPT: {}, Chrome: {}, Chromebook: {}, ClickOnce: {},
  Cortana: {}, 'Dynamics 365': {}, Excel: {}, 'Exchange Online': {}, Facebook: { ar: ['فيسبوك'] }, Firefox: {}, GitHub: {}, Gmail: {}, 'Google Chrome': {}, Hotmail: {},
  iCloud: {}, InfoPath: {}, Intune: {}, iOS: {}, iPad: {}, iPhone: {}, JavaScript: {}, Kubernetes: {}, LinkedIn: { zh: ['领英'] }, Linux: {}, macOS: {}, 'Microsoft 365': {}, 'Microsoft Edge': { '*': ['edge'] },
  'Microsoft Teams': { '*': ['teams'] }, 'Office 365': {}, OneDrive: {}, OneNote: {}, Outlook: {}, PowerPoint: {}, PowerShell: {}, 'Power Apps': { '*': ['powerapps'] }, PowerApps: { '*': ['power apps'] }, 'Power Automate': {}, 'Power BI': { '*': ['powerbi'] },
  Safari: {}, SharePoint: {}, Skype: {}, TypeScript: {}, Ubuntu: {}, Visio: {}, 'Visual Studio': {}, WhatsApp: {}, Windows: { ar: ['ويندوز'], fa: ['ویندوز'] }, Xbox: {}, Yammer: {}, YouTube: {},
};
