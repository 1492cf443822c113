/** The report as files. */
export function Downloads({ path, query }: { readonly path: string; readonly query: string }) {
  const formats = [
    ['json', 'JSON'],
    ['sarif', 'SARIF'],
    ['html', 'HTML'],
  ] as const;
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads">Downloads</h2>
      <ul class="inline-list">
        {formats.map(([extension, name]) => (
          <li key={extension}>
            <a href={`${path}/report.${extension}${query === '' ? '' : `?${query}`}`} download>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
