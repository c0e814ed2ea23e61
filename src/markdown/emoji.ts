/**
 * Short codes of symbols as Docs writes them in tables and lists: emoji(':x: no') // => '❌ no'. Those that technical
 * articles use; a name that is not among them stays as it is.
 */
export function emoji(text: string): string {
  return text.includes(':') ? text.replace(SHORT_CODE, (code, name: string) => SYMBOLS.get(name) ?? code) : text;
}

/** A text may hold a short code. Not stateful. */
export const MAY_HOLD_EMOJI = /:[a-z+-][a-z\d_+-]*:/;

const SHORT_CODE = /(?<![\w:]):([a-z+-][a-z\d_+-]{0,40}):(?![\w:])/g;

const SYMBOLS: ReadonlyMap<string, string> = new Map(Object.entries({
  '+1': '👍', '-1': '👎', arrow_backward: '◀️', arrow_down: '⬇️', arrow_forward: '▶️', arrow_left: '⬅️', arrow_right: '➡️', arrow_up: '⬆️',
  ballot_box_with_check: '☑️', bangbang: '‼️', bell: '🔔', blue_book: '📘', book: '📖', books: '📚', boom: '💥', bug: '🐛', bulb: '💡', calendar: '📆',
  chart_with_upwards_trend: '📈', checkered_flag: '🏁', clipboard: '📋', clock1: '🕐', cloud: '☁️', computer: '💻', construction: '🚧', email: '📧', exclamation: '❗',
  eyes: '👀', file_folder: '📁', fire: '🔥', floppy_disk: '💾', gear: '⚙️', globe_with_meridians: '🌐', green_heart: '💚', grey_question: '❔', hammer: '🔨',
  heart: '❤️', heavy_check_mark: '✔️', heavy_exclamation_mark: '❗', heavy_minus_sign: '➖', heavy_multiplication_x: '✖️', heavy_plus_sign: '➕', hourglass: '⌛',
  information_source: 'ℹ️', key: '🔑', large_blue_circle: '🔵', link: '🔗', lock: '🔒', mag: '🔍', memo: '📝', negative_squared_cross_mark: '❎', new: '🆕', no_entry: '⛔',
  no_entry_sign: '🚫', o: '⭕', ok: '🆗', package: '📦', page_facing_up: '📄', pencil: '📝', pencil2: '✏️', point_down: '👇', point_right: '👉', pushpin: '📌', question: '❓',
  recycle: '♻️', red_circle: '🔴', rocket: '🚀', smile: '😄', sparkles: '✨', star: '⭐', stop_sign: '🛑', tada: '🎉', thumbsdown: '👎', thumbsup: '👍', unlock: '🔓',
  warning: '⚠️', wave: '👋', white_check_mark: '✅', white_circle: '⚪', white_large_square: '⬜', white_medium_square: '◻️', wrench: '🔧', x: '❌', zap: '⚡',
}));
