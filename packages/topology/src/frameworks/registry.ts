import { accelerate } from './accelerate.ts';
import { custom } from './custom.ts';
import { deepspeedMii } from './deepspeed-mii.ts';
import { deepspeed } from './deepspeed.ts';
import type { Framework, FrameworkContext } from './framework.ts';
import { gptFast } from './gpt-fast.ts';
import { neuron } from './neuron.ts';
import { none } from './none.ts';
import { pippy } from './pippy.ts';
import { torchNativeTp } from './torch-native-tp.ts';
import { trtLlm } from './trt-llm.ts';
import { vllm } from './vllm.ts';

/** The frameworks and engines that topodiff knows, in the order in which they are asked. One file and one line each. */
export const frameworks: readonly Framework[] = [
  deepspeed,
  pippy,
  vllm,
  trtLlm,
  deepspeedMii,
  neuron,
  torchNativeTp,
  gptFast,
  accelerate,
];

/** What divides the workers of a file that no framework claims. */
const fallbacks: readonly Framework[] = [custom, none];

/**
 * The framework that the file gives away, or a fallback. With the signals of several (a leftover section), the one that
 * is made for the effective parallel type.
 */
export function findFramework(context: FrameworkContext): Framework {
  const recognised = frameworks.filter((framework) => framework.recognises(context));
  return (
    recognised.find(({ parallelTypes }) => parallelTypes.includes(context.parallelType)) ??
    recognised[0] ??
    findFallback(context)
  );
}

/** How a worker is divided: by its framework, or, when it is not of a type that the framework is made for, as if by none. */
export function findFallback(context: FrameworkContext): Framework {
  return fallbacks.find((fallback) => fallback.recognises(context)) ?? none;
}
