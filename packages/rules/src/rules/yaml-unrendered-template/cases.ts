import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { yamlUnrenderedTemplate } from './rule.ts';

export const cases = defineCases(yamlUnrenderedTemplate, {
  valid: [
    {
      name: 'a rendered file',
      example: true,
      source: yaml`
        minWorkers: 2
        handler:
          model_path: models/llama
      `,
    },
    {
      name: "a chat template is the handler's own text",
      source: yaml`
        handler:
          chat_template: "{% for m in messages %}{{ m.content }}{% endfor %}"
      `,
    },
    {
      name: 'a dollar sign alone',
      source: yaml`
        handler:
          prompt: costs $5 {usd}
      `,
    },
  ],
  invalid: [
    {
      name: 'b23_jinja: braces without quotes',
      example: true,
      source: yaml`
        minWorkers: {{ workers }}
        #           ^^^^^^^^^^^^^ braces {"written":"{{ workers }}"}
      `,
    },
    {
      name: 'b24_env: an environment variable',
      example: true,
      source: yaml`
        minWorkers: \${WORKERS}
        #           ^^^^^^^^^^ frontend {"written":"\${WORKERS}"}
      `,
    },
    {
      name: 'quoted braces',
      source: yaml`
        batchSize: "{{ batch }}"
        #          ^^^^^^^^^^^^^ frontend {"written":"\\"{{ batch }}\\""}
      `,
    },
    {
      name: 'in a section',
      source: yaml`
        handler:
          model_path: "\${MODEL_STORE}/llama"
        #             ^^^^^^^^^^^^^^^^^^^^^^ handler {"written":"\\"\${MODEL_STORE}/llama\\""}
          name: "{{ .Values.name }}"
        #       ^^^^^^^^^^^^^^^^^^^^ handler {"written":"\\"{{ .Values.name }}\\""}
      `,
    },
    {
      name: 'braces in a section',
      source: yaml`
        handler:
          model_path: {{ path }}
        #             ^^^^^^^^^^ braces {"written":"{{ path }}"}
      `,
    },
  ],
});
