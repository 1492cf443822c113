import { isAtLeast, torchserve } from '@topodiff/schema';
import type { EffectiveConfig, HostProfile, Setting } from '@topodiff/topology';
import type { FindingDraft } from '../../rule.ts';
import { defineRule } from '../../rule.ts';
import { isAbsent } from '../../settings.ts';

type MessageId = 'response' | 'startup' | 'both' | 'hidesProperty';

/** Seconds: what TorchServe's ModelConfig starts with. */
const defaultTimeout = 120;

export const timeoutShadowsServerDefault = defineRule({
  id: 'timeout-shadows-server-default',
  description: 'Require both timeouts to be written down',
  rationale:
    "A timeout that the file does not set is not unset: TorchServe gives every model with a configuration file 120 seconds. The server's default_response_timeout and default_startup_timeout, the models property and the parameters of the register API are then never looked at.",
  area: 'timeouts',
  severity: 'info',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['config.properties'],
  evidence: ['observed'],
  upstream: [
    torchserve('wlm/ModelManager.java', 'createModel: the file beats everything but a snapshot', '445-479'),
    torchserve('archive/model/ModelConfig.java', 'the fields start with 120 seconds'),
  ],
  upstreamIssues: [1591],
  messages: {
    response:
      'responseTimeout is not set: with a configuration file that means 120 s, whatever the server or the registration says.',
    startup:
      'startupTimeout is not set: with a configuration file that means 120 s, whatever the server or the registration says.',
    both: 'responseTimeout and startupTimeout are not set: with a configuration file that means 120 s each, whatever the server or the registration says.',
    hidesProperty:
      '{key} is not set: with a configuration file that means 120 s, and the {seconds} s of {property} in config.properties do not count.',
  },
  suggestions: {
    response: 'Write responseTimeout: 120, or the time that the model needs.',
    startup: 'Write startupTimeout: 120, or the time that loading needs.',
    both: 'Write both, with 120 or the times that the model needs.',
    hidesProperty: 'Write {key}: {seconds}.',
  },
  whenNotToUse: 'When 120 seconds suit every model.',
  check: ({ effective, host }) => {
    if (effective.outcome !== 'loaded') return [];
    const absent = timeoutsOf(effective, host).filter(({ setting }) => isAbsent(setting));
    const drafts: FindingDraft<MessageId>[] = [];
    const silent: MessageId[] = [];
    for (const { setting, messageId, property, seconds } of absent) {
      if (seconds === undefined || seconds === defaultTimeout) silent.push(messageId);
      else
        drafts.push({
          messageId: 'hidesProperty',
          at: setting.path,
          params: { key: setting.key, property, seconds },
        });
    }
    const [first] = silent;
    if (first === undefined) return drafts;
    const path = absent.find(({ messageId }) => messageId === first)?.setting.path ?? [];
    return [...drafts, { messageId: silent.length > 1 ? 'both' : first, at: path }];
  },
});

interface Timeout {
  readonly setting: Setting<number>;
  readonly messageId: 'response' | 'startup';
  readonly property: string;
  readonly seconds: number | undefined;
}

/** The timeouts that the model has: asynchronous workers know no responseTimeout, and 0.12.0 brought startupTimeout. */
function timeoutsOf({ settings }: EffectiveConfig, host: HostProfile): readonly Timeout[] {
  const response: Timeout = {
    setting: settings.responseTimeout,
    messageId: 'response',
    property: 'default_response_timeout',
    seconds: host.configProperties?.defaultResponseTimeout,
  };
  const startup: Timeout = {
    setting: settings.startupTimeout,
    messageId: 'startup',
    property: 'default_startup_timeout',
    seconds: host.configProperties?.defaultStartupTimeout,
  };
  return [
    ...(settings.asyncCommunication.value ? [] : [response]),
    ...(isAtLeast(host.torchserveVersion, '0.12.0') ? [startup] : []),
  ];
}
