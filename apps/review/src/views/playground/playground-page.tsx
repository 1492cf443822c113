import { torchserveVersions } from '@topodiff/schema';
import { mostGpusOfAHost } from '@topodiff/topology';
import type { PageFrame } from '../frame/page-frame.ts';
import { Layout } from '../layout.tsx';
import { CsrfField } from '../parts/csrf-field.tsx';
import { shown } from '../parts/shown.ts';
import { ReportBody } from '../review/report-body.tsx';
import type { ReportContext } from '../review/report-context.ts';

/** What the form holds when the page is shown again. */
export interface PlaygroundForm {
  readonly base: string;
  readonly head: string;
  readonly gpus: string;
  readonly version: string;
}

/** Two files in, the parts of a review out; nothing is kept. */
export function PlaygroundPage({
  frame,
  form,
  problem,
  context,
}: {
  readonly frame: PageFrame;
  readonly form: PlaygroundForm;
  readonly problem: string | null;
  readonly context: ReportContext | null;
}) {
  return (
    <Layout frame={frame}>
      <h1>Playground</h1>
      <p>
        What a change of a <code>model-config.yaml</code> does to what TorchServe launches. Give one side to
        check it, or both to compare them. Nothing is kept.
      </p>
      <form class="playground" method="post" action="/playground#result" encType="multipart/form-data">
        <CsrfField token={frame.csrfToken ?? ''} />
        {problem === null ? null : (
          <p class="problem" role="alert" id="playground-problem">
            {shown(problem)}
          </p>
        )}
        <div class="sides">
          <SideFields side="base" title="Before" text={form.base} />
          <SideFields side="head" title="After" text={form.head} />
        </div>
        <div class="filters">
          <label>
            GPUs of the host{' '}
            <input
              name="gpus"
              type="number"
              min={0}
              max={mostGpusOfAHost}
              value={form.gpus}
              placeholder="unknown"
            />
          </label>
          <label>
            TorchServe{' '}
            <select name="version">
              {torchserveVersions.map((version) => (
                <option key={version} value={version} selected={version === form.version}>
                  {version}
                </option>
              ))}
            </select>
          </label>
          <button type="submit">Review</button>
        </div>
      </form>
      {context === null ? null : (
        <div id="result" tabIndex={-1}>
          <ReportBody context={context} />
        </div>
      )}
    </Layout>
  );
}

function SideFields({
  side,
  title,
  text,
}: {
  readonly side: 'base' | 'head';
  readonly title: string;
  readonly text: string;
}) {
  return (
    <fieldset>
      <legend>{title}</legend>
      <label for={`text-${side}`}>model-config.yaml</label>
      <textarea id={`text-${side}`} class="code" name={side} rows={12} spellcheck={false} value={text} />
      <label for={`file-${side}`}>or a file: .yaml, or .mar up to 5 MB</label>
      <input id={`file-${side}`} type="file" name={`${side}-file`} accept=".yaml,.yml,.mar" />
    </fieldset>
  );
}
