import type { MessagePart } from '@topodiff/schema';
import { fillMessage } from '@topodiff/schema';
import type { LaunchBlocker, LaunchBlockerKind } from '@topodiff/topology';

/** Why a model never serves, as clauses; `not-enough-devices` takes `{needed}` and `{available}`. */
export const blockerTemplates: Readonly<Record<LaunchBlockerKind, string>> = {
  'server-exits': 'the whole TorchServe process stops at startup, with all its other models',
  'registration-fails': 'the register API answers with an error and does not register the model',
  'python-cannot-read': 'the Python worker cannot read the file and dies on every attempt',
  'not-enough-devices': 'one worker needs {needed} GPUs and the model may use {available}',
  'parallel-level-without-torchrun':
    'a parallelLevel without a torchrun section makes every start of a worker fail with a NullPointerException',
  'custom-requires-async':
    'a custom worker of level 2 or more needs asyncCommunication, without it the frontend waits for sockets that nobody opens',
  'custom-broken-on-master':
    'on the master branch every custom worker on a GPU fails with a NullPointerException',
  'async-with-torchrun':
    'with asyncCommunication only rank 0 is contacted, so the other ranks give up after 30 seconds and take the worker down',
  'level-above-nproc':
    'parallelLevel is above nproc-per-node, so the frontend waits for ranks that do not exist',
  'level-below-nproc':
    'parallelLevel is below nproc-per-node, so ranks that nobody contacts give up after 30 seconds and take the worker down',
};

/** Why a model never serves, as a clause. */
export function describeBlocker({ kind, needed, available }: LaunchBlocker): readonly MessagePart[] {
  return fillMessage(blockerTemplates[kind], { needed: needed ?? 'more', available: available ?? 'fewer' });
}
