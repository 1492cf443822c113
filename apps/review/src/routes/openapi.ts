import { extendZodWithOpenApi, OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { loadReportSchema } from '@topodiff/report';
import { z } from 'zod';
import { createUploadSchema } from '../requests/upload-schema.ts';
import { serviceVersion } from '../service-version.ts';
import { answerSchemas } from './answer-schemas.ts';

extendZodWithOpenApi(z);

/** What CI may send and ask, as an OpenAPI 3.1 document; made of the schemas that requests are read with. */
export async function describeApi(publicUrl: string): Promise<object> {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'ci', {
    type: 'http',
    scheme: 'bearer',
    description:
      'An OpenID Connect token of GitHub Actions, good for one request, or an upload token of the repository',
  });
  // The report's own schema is of zod's small variant, which only zod itself turns into JSON Schema.
  const { $schema: _, ...report } = z.toJSONSchema(await loadReportSchema(), { target: 'draft-2020-12' });
  registry.registerComponent('schemas', 'Report', report as object);
  const upload = (await createUploadSchema()).extend({
    report: z.record(z.string(), z.unknown()),
  });
  const uploadBody = registry.register('Upload', upload);
  registerPaths(registry, uploadBody);
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'topodiff review',
      version: serviceVersion,
      description: 'Uploads of reports, and the decisions that stand',
    },
    servers: [{ url: publicUrl }],
  });
  return withReportReference(document);
}

function registerPaths(registry: OpenAPIRegistry, upload: z.ZodType): void {
  const { saved, decisions, mistake: error } = answerSchemas;
  const json = (description: string, schema: z.ZodType) => ({
    description,
    content: { 'application/json': { schema } },
  });
  const security = [{ ci: [] }];
  const refused = {
    401: json('No token, or one that is not taken', error),
    403: json('The token is for something else', error),
    429: json('Too many requests from this address', error),
    500: json('The service failed; the line has the id of the request in its log', error),
  };
  registry.registerPath({
    method: 'post',
    path: '/api/reports',
    summary: 'Upload the report of a pull request; uploading it again changes nothing',
    security,
    request: { body: { required: true, content: { 'application/json': { schema: upload } } } },
    responses: {
      200: json('This report of this run was there already', saved),
      201: json('Stored as a new revision', saved),
      400: json('No JSON in UTF-8', error),
      413: json('Too large', error),
      415: json('Not application/json, or compressed', error),
      422: json('Not as the format has it', error),
      ...refused,
    },
  });
  registry.registerPath({
    method: 'get',
    path: '/api/repositories/{id}/pull-requests/{number}/decisions',
    summary: 'The decisions that stand: of each person on each change the newest, unless it was taken back',
    security,
    request: {
      params: z.object({
        id: z.int().positive().meta({ description: "GitHub's number of the repository" }),
        number: z.int().positive(),
      }),
    },
    responses: {
      200: json('The decisions', decisions),
      404: json('There is no such pull request', error),
      ...refused,
    },
  });
}

type Document = ReturnType<OpenApiGeneratorV31['generateDocument']>;

/** Puts the report's own schema in the place of the one that stood for it. */
function withReportReference(document: Document): object {
  const uploadSchema = document.components?.schemas?.['Upload'];
  if (uploadSchema === undefined || !('properties' in uploadSchema)) {
    throw new Error('the description of an upload has no properties');
  }
  const properties = { ...uploadSchema.properties, report: { $ref: '#/components/schemas/Report' } };
  return {
    ...document,
    components: {
      ...document.components,
      schemas: { ...document.components?.schemas, Upload: { ...uploadSchema, properties } },
    },
  };
}
