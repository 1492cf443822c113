import * as z from 'zod';
import { isCalendarDay } from './is-calendar-day.ts';
import { torchserveVersions } from '../torchserve-version.ts';
import { approvalKinds, repositoryPermissions } from './policy.ts';

/** More than any repository serves; a larger number is a slip of the keyboard. */
const mostGpus = 1_000_000;
const mostGpusOfAHost = 1_024;
const mostCpuCores = 65_536;

const text = (description: string) => z.string().trim().min(1).max(1000).meta({ description });
const glob = z.string().trim().min(1).max(1000);
const globs = (description: string) => z.array(glob).min(1).meta({ description });
const price = z.number().min(0).max(100_000);
const version = z.enum(torchserveVersions);
const login = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\[bot\\])?';
const owner = z.string().regex(new RegExp(`^@?(?:${login}|${login}/[\\w.-]{1,100})$`), {
  error: 'a login (`alice`) or a team (`acme/ml-platform`)',
});

/** A day that the calendar has, as `2027-01-31`. */
const day = z
  .string()
  .refine(isCalendarDay, { error: 'a day that the calendar has, as 2027-01-31' })
  .meta({ format: 'date', description: 'The last day on which it counts.' });

const HostPoolSchema = z
  .strictObject({
    name: text('What people call the machines: `h100x8`.'),
    paths: globs(
      'Globs of the model-config files that run there. The first pool that names a file is its own.',
    ),
    gpus: z.int().min(0).max(mostGpusOfAHost).meta({ description: 'GPUs of one host.' }).optional(),
    'gpu-memory': z
      .number()
      .min(0)
      .max(10_000)
      .meta({ description: 'GiB of one GPU, for display.' })
      .optional(),
    cpus: z.int().min(1).max(mostCpuCores).meta({ description: 'CPU cores of one host.' }).optional(),
    entry: z
      .enum(['startup', 'register-api'])
      .meta({ description: 'How models get into the server.' })
      .optional(),
    torchserve: version.meta({ description: 'TorchServe version, where it differs.' }).optional(),
    'config-properties': z
      .string()
      .regex(/^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\n]*[^\n/]$/, {
        error: 'the path of a file in the repository',
      })
      .meta({ description: "Path of the server's config.properties in the repository." })
      .optional(),
    'price-per-gpu-hour': price.meta({ description: 'Price of one GPU for one hour.' }).optional(),
  })
  .meta({ description: 'Machines of one kind.' });

const AcceptedFindingSchema = z.strictObject({
  rule: text('Id of the rule.'),
  paths: globs('Globs of the model-config files in which its findings are accepted.'),
  reason: text('Why the finding is kept.'),
  owner: text('Who answers for it.'),
  until: day,
});

const BudgetSchema = z.strictObject({
  name: text('What people call the budget.').optional(),
  paths: globs('Globs of the model-config files that it covers; all of them when not given.').optional(),
  gpus: z.int().min(0).max(mostGpus).meta({ description: 'At most so many GPUs.' }),
});

const ApprovalsSchema = z
  .strictObject({
    require: z
      .array(z.enum(approvalKinds))
      .min(1)
      .meta({ description: 'What of a change needs an approval.' }),
    permission: z
      .enum(repositoryPermissions)
      .meta({ description: 'Whoever has at least this permission may approve by a comment.' })
      .optional(),
    owners: z
      .array(owner)
      .min(1)
      .meta({ description: 'Logins and teams that may approve, by a comment or by a review.' })
      .optional(),
    'allow-author': z
      .boolean()
      .meta({ description: 'Whether authors of the pull request and of its commits may approve it.' })
      .optional(),
  })
  .refine(({ permission, owners }) => permission !== undefined || owners !== undefined, {
    error: 'somebody who may approve: give `permission`, `owners` or both',
  });

/** `.topodiff.yaml` as a plain object; JSON Schema for editors is made from it. Loaded on demand. */
export const PolicySchema = z.strictObject({
  torchserve: version.meta({ description: 'TorchServe version.' }).optional(),
  preset: z.enum(['recommended', 'strict']).meta({ description: 'Rules to begin with.' }).optional(),
  rules: z
    .record(z.string(), z.enum(['error', 'warning', 'info', 'off']))
    .meta({ description: 'By rule id: another severity, or off. Naming a rule switches it on.' })
    .optional(),
  'fail-on': z
    .enum(['error', 'warning', 'info', 'never'])
    .meta({
      description:
        "Findings of this severity or worse block. The stricter of this and the Action's input wins.",
    })
    .optional(),
  'only-new': z.boolean().meta({ description: 'Findings that base has already do not block.' }).optional(),
  hosts: z.array(HostPoolSchema).meta({ description: 'Host pools by path.' }).optional(),
  accepted: z
    .array(AcceptedFindingSchema)
    .meta({ description: 'Findings that the team keeps, until a day.' })
    .optional(),
  budgets: z
    .array(BudgetSchema)
    .meta({ description: 'GPUs that models may use, per path or in total.' })
    .optional(),
  'price-per-gpu-hour': price
    .meta({ description: 'Price of one GPU for one hour, where a pool has none.' })
    .optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'a code of three letters, as USD' })
    .meta({ description: 'Of the prices; for display.' })
    .optional(),
  approvals: ApprovalsSchema.meta({ description: 'Changes that need an approval.' }).optional(),
});

export type PolicyFile = z.infer<typeof PolicySchema>;

/** The editor's JSON Schema (draft-07, which editors know best) of `.topodiff.yaml`. */
export function buildPolicyJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(PolicySchema, { target: 'draft-7', io: 'input' });
}
