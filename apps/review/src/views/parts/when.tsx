/** How long ago something was, with the moment itself as its title. */
export function When({ date, now }: { readonly date: Date; readonly now: Date }) {
  return (
    <time dateTime={date.toISOString()} title={minuteOf(date.toISOString())}>
      {ageOf(date, now)}
    </time>
  );
}

/** `2026-11-27 10:04 UTC` of an ISO date. */
export function minuteOf(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** `3 hours ago`; after a month, the day. */
export function ageOf(date: Date, now: Date): string {
  const seconds = Math.floor((now.getTime() - date.getTime()) / 1000);
  if (seconds > 30 * 86_400) return date.toISOString().slice(0, 10);
  for (const [name, length] of units) {
    const count = Math.floor(seconds / length);
    if (count > 0) return `${count} ${name}${count === 1 ? '' : 's'} ago`;
  }
  return 'just now';
}
