const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const dateOnly = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', year: 'numeric' });
const timeOnly = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const moment = new Intl.DateTimeFormat(undefined, {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'long' });

/** `850 ms`, `8.2 s`, `1 min 04 s`, `2 h 05 min`; never broken between lines. */
export function formatDuration(ms: number): string {
  return unbroken(durationText(ms));
}

function durationText(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  return wholeSecondsText(Math.round(ms / 1000));
}

function wholeSecondsText(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${twoDigits(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${twoDigits(minutes % 60)} min`;
}

/** With spaces at which no line ends. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00A0');
}

/** A running duration in whole seconds, so that it does not jitter. */
export function formatElapsed(ms: number): string {
  return unbroken(wholeSecondsText(Math.max(0, Math.floor(ms / 1000))));
}

/** `just now`, `5 minutes ago`, `yesterday`, then the date. */
export function formatAgo(timestamp: string, nowMs: number): string {
  const seconds = Math.round((Date.parse(timestamp) - nowMs) / 1000);
  if (seconds > -45) return 'just now';
  if (seconds > -3600) return relative.format(Math.round(seconds / 60), 'minute');
  if (seconds > -86_400) return relative.format(Math.round(seconds / 3600), 'hour');
  if (seconds > -7 * 86_400) return relative.format(Math.round(seconds / 86_400), 'day');
  return dateOnly.format(new Date(timestamp));
}

export function formatDateTime(timestamp: string): string {
  return dateTime.format(new Date(timestamp));
}

/** To the minute, without the year. */
export function formatMoment(timestamp: string): string {
  return moment.format(new Date(timestamp));
}

export function formatDate(timestamp: string): string {
  return dateOnly.format(new Date(timestamp));
}

export function formatTime(timestamp: string): string {
  return timeOnly.format(new Date(timestamp));
}

/** CPU in cores: `4`, `0.5`. */
export function formatCores(cpuMillis: number): string {
  return String(cpuMillis / 1000);
}

export function formatMemory(mebibytes: number): string {
  return mebibytes % 1024 === 0 ? `${mebibytes / 1024} GiB` : `${mebibytes} MiB`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}

/** With a full stop, where it has no end of its own. */
export function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
