import type { ReportFinding } from '@topodiff/report';
import { shown } from './shown.ts';

/** The parts of a message: values from a file stand as code. */
export function Message({ parts }: { readonly parts: ReportFinding['messageParts'] }) {
  return (
    <>
      {parts.map((part, index) =>
        part.kind === 'value' ? <code key={index}>{shown(part.text)}</code> : shown(part.text),
      )}
    </>
  );
}
