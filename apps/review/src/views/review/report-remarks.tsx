import type { Report } from '@topodiff/report';
import { quantity } from '../parts/numbers.ts';
import { shown } from '../parts/shown.ts';
import { StatusWord } from '../parts/status-word.tsx';

/** What could not be done or is not certain, and the files that were left out. */
export function ReportRemarks({ report: { notices, skipped } }: { readonly report: Report }) {
  if (notices.length === 0 && skipped.length === 0) return null;
  return (
    <section aria-labelledby="remarks">
      <h2 id="remarks">Notices</h2>
      {notices.length === 0 ? null : (
        <ul class="notices">
          {notices.map(({ code, message, path, severity }, index) => (
            <li key={index}>
              <StatusWord status={severity} />{' '}
              {path === null || message.startsWith(path) ? null : (
                <>
                  <code>{shown(path)}</code>:{' '}
                </>
              )}
              {shown(message)} <span class="small">({shown(code)})</span>
            </li>
          ))}
        </ul>
      )}
      {skipped.length === 0 ? null : (
        <details data-remember="skipped">
          <summary>{quantity(skipped.length, 'skipped file')}</summary>
          <ul>
            {skipped.map(({ path, reason }) => (
              <li key={path}>
                <code>{shown(path)}</code>: {shown(reason)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
