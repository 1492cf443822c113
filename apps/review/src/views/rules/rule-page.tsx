import {
  describeEvidence,
  describeInputs,
  describeStage,
  describeVersions,
  upstreamUrl,
  type Rule,
} from '@topodiff/rules';
import type { ComponentChildren } from 'preact';
import type { PageFrame } from '../frame/page-frame.ts';
import { Layout } from '../layout.tsx';
import { StatusWord } from '../parts/status-word.tsx';

/** One rule: what it asks for, why, what it says, and where TorchServe does it. */
export function RulePage({ frame, rule }: { readonly frame: PageFrame; readonly rule: Rule }) {
  return (
    <Layout frame={frame}>
      <p class="small">
        <a href="/rules">All rules</a>
      </p>
      <h1>{rule.id}</h1>
      <p>
        <StatusWord status={rule.severity} />
      </p>
      <p class="lead">{rule.description}.</p>
      <h2>Why</h2>
      <p>{rule.rationale}</p>
      <h2>What it says</h2>
      <dl class="messages">
        {Object.entries(rule.messages).map(([messageId, message]) => (
          <div key={messageId}>
            <dt>
              <code>{messageId}</code>
            </dt>
            <dd>{message}</dd>
            {rule.suggestions?.[messageId] === undefined ? null : (
              <dd>What to do: {rule.suggestions[messageId]}</dd>
            )}
          </div>
        ))}
      </dl>
      {rule.whenNotToUse === undefined ? null : (
        <>
          <h2>When not to use it</h2>
          <p>{rule.whenNotToUse}</p>
        </>
      )}
      <h2>In short</h2>
      <dl class="facts">
        <Fact name="Area">{rule.area}</Fact>
        <Fact name="Looks at">{describeStage(rule)}</Fact>
        <Fact name="Needs">{describeInputs(rule)}</Fact>
        <Fact name="Presets">{rule.presets.length === 0 ? 'none' : rule.presets.join(', ')}</Fact>
        <Fact name="TorchServe">{describeVersions(rule)}</Fact>
        <Fact name="Fix">{rule.fixable === true ? 'safe fixes, by topodiff fix' : 'by hand'}</Fact>
        <Fact name="Evidence">{describeEvidence(rule)}</Fact>
      </dl>
      {rule.upstream.length === 0 && (rule.upstreamIssues ?? []).length === 0 ? null : (
        <>
          <h2>In TorchServe</h2>
          <ul>
            {rule.upstream.map((reference) => (
              <li key={upstreamUrl(reference)}>
                <a href={upstreamUrl(reference)}>{reference.symbol}</a>
              </li>
            ))}
            {(rule.upstreamIssues ?? []).map((issue) => (
              <li key={issue}>
                <a href={`https://github.com/pytorch/serve/issues/${issue}`}>Issue {issue}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
