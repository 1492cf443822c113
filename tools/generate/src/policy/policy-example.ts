/** A complete `.topodiff.yaml`, with every key: the page shows it, and a test reads it. */
export const policyExample = `# yaml-language-server: $schema=https://raw.githubusercontent.com/topodiff/topodiff/main/docs/reference/policy.schema.json
torchserve: 0.12.0
preset: recommended
rules:
  startup-timeout-missing: error # ours load for minutes
  workers-unset-uses-all: off
fail-on: error
only-new: true

hosts:
  - name: h100x8
    paths: [serving/llm/**, "!serving/llm/drafts/**"]
    gpus: 8
    gpu-memory: 80
    cpus: 96
    entry: startup
    config-properties: serving/llm/config.properties
    price-per-gpu-hour: 4.5
  - name: t4x1
    paths: [serving/**]
    gpus: 1
    torchserve: 0.11.1

accepted:
  - rule: gpu-count-not-multiple
    paths: [serving/llm/mixtral/**]
    reason: the two GPUs that are left run the tokenizer
    owner: alice
    until: 2027-01-31

budgets:
  - gpus: 46
  - name: team search
    paths: [serving/search/**]
    gpus: 8

price-per-gpu-hour: 0.6
currency: USD

approvals:
  require: [topology-change, more-gpus, will-not-start]
  permission: maintain
  owners: [alice, acme/ml-platform]
  allow-author: false
`;
