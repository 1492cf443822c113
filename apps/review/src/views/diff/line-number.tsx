/** The number of a line as a link to itself: a permalink. */
export function LineNumber({
  prefix,
  side,
  line,
}: {
  /** Of the model on the page. */
  readonly prefix: string;
  readonly side: 'base' | 'head';
  readonly line: number | null;
}) {
  if (line === null) return <td class="line-number"></td>;
  const id = lineId(prefix, side, line);
  return (
    <td class="line-number" id={id}>
      <a href={`#${id}`} data-permalink aria-label={`Line ${line} of ${side}`}>
        {line}
      </a>
    </td>
  );
}

/** `m-…-h12`: line 12 at head. */
export function lineId(prefix: string, side: 'base' | 'head', line: number): string {
  return `${prefix}-${side === 'base' ? 'b' : 'h'}${line}`;
}
