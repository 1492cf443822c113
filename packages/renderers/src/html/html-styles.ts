import { topologySvgStyles } from '../svg/topology-svg-styles.ts';

/** The style rules of the HTML file: both themes, narrow pages, print. */
export const htmlStyles = `:root {
  color-scheme: light dark;
  --ground: #ffffff;
  --text: #1f2328;
  --quiet: #57606a;
  --line: #d0d7de;
  --shade: #f6f8fa;
  --link: #0550ae;
  --bad: #b42318;
  --warn: #8a5300;
  --good: #116329;
  --added: #dafbe1;
  --removed: #ffebe9;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0d1117;
    --text: #e6edf3;
    --quiet: #9da7b3;
    --line: #3d444d;
    --shade: #161b22;
    --link: #79b8ff;
    --bad: #ff8f88;
    --warn: #e3b341;
    --good: #56d364;
    --added: #12351f;
    --removed: #47191b;
  }
}
* {
  box-sizing: border-box;
}
body {
  margin: 0 auto;
  padding: 1rem;
  max-width: 72rem;
  background: var(--ground);
  color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
h1 {
  margin: 0 0 0.5rem;
  font-size: 1.5rem;
  line-height: 1.3;
}
h2 {
  margin: 1.5rem 0 0.5rem;
  font-size: 1.2rem;
}
h3 {
  display: inline;
  font-size: 1rem;
}
h4 {
  margin: 1rem 0 0.25rem;
  font-size: 1rem;
}
summary h2 {
  display: inline;
  font-size: 1rem;
}
p {
  margin: 0.5rem 0;
}
ul {
  margin: 0.5rem 0;
  padding-left: 1.25rem;
}
li {
  margin: 0.25rem 0;
}
a {
  color: var(--link);
}
:focus-visible {
  outline: 2px solid var(--link);
  outline-offset: 2px;
}
header {
  padding-left: 0.75rem;
  border-left: 0.3rem solid var(--good);
}
header.failure {
  border-color: var(--bad);
}
header.neutral {
  border-color: var(--line);
}
code,
pre {
  font-family: ui-monospace, monospace;
  font-size: 0.875em;
}
code {
  padding: 0.1em 0.25em;
  border-radius: 4px;
  background: var(--shade);
}
a code {
  padding: 0;
  background: none;
}
pre {
  margin: 0.25rem 0;
  padding: 0.5rem;
  overflow-x: auto;
  border: 1px solid var(--line);
  border-radius: 4px;
  background: var(--shade);
  overflow-wrap: normal;
  tab-size: 4;
}
.error,
.breaking {
  color: var(--bad);
}
.warning {
  color: var(--warn);
}
ins,
del {
  text-decoration: none;
}
ins {
  background: var(--added);
}
del {
  background: var(--removed);
}
.scroll {
  overflow-x: auto;
}
table {
  width: 100%;
  border-collapse: collapse;
  overflow-wrap: normal;
}
caption {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
th,
td {
  padding: 0.3rem 0.6rem;
  border: 1px solid var(--line);
  text-align: left;
  vertical-align: top;
}
tbody th {
  min-width: 11rem;
  font-weight: normal;
  overflow-wrap: anywhere;
}
thead th {
  background: var(--shade);
}
.number {
  text-align: right;
}
td.number {
  white-space: nowrap;
}
details {
  margin: 0.5rem 0;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--line);
  border-radius: 6px;
}
summary {
  cursor: pointer;
}
figure {
  margin: 0.5rem 0;
}
[id] {
  scroll-margin-top: 3rem;
}
.ledger,
figcaption,
footer {
  color: var(--quiet);
  font-size: 0.875rem;
}
footer {
  margin-top: 1.5rem;
  padding-top: 0.5rem;
  border-top: 1px solid var(--line);
}
@media (max-width: 40rem) {
  table {
    font-size: 0.875rem;
  }
  th,
  td {
    padding: 0.25rem 0.4rem;
  }
  h1 {
    font-size: 1.3rem;
  }
}
${topologySvgStyles}@media print {
  :root {
    color-scheme: light;
    --ground: #ffffff;
    --text: #000000;
    --quiet: #333333;
    --line: #999999;
    --shade: #ffffff;
    --link: #000000;
    --bad: #000000;
    --warn: #000000;
    --good: #000000;
    --added: #ffffff;
    --removed: #ffffff;
  }
  body {
    max-width: none;
    padding: 0;
    font-size: 10pt;
  }
  details::details-content {
    content-visibility: visible;
    block-size: auto;
  }
  pre {
    white-space: pre-wrap;
  }
  .scroll {
    overflow: visible;
  }
  tr,
  li,
  figure,
  .topodiff-topology {
    break-inside: avoid;
  }
  h2,
  h3,
  h4 {
    break-after: avoid;
  }
}
`;
