import { Router, type Request, type RequestHandler, type Response } from 'express';
import multer from 'multer';
import { defaultTorchserveVersion } from '@topodiff/schema';
import type { AppParts } from '../app-parts.ts';
import { formFields } from '../requests/form-fields.ts';
import { pageFrameOf } from '../views/frame/page-frame-of.ts';
import { PlaygroundPage, type PlaygroundForm } from '../views/playground/playground-page.tsx';
import { makeReportContext } from '../views/review/report-context.ts';
import { sendPage } from '../views/send-page.tsx';
import { longestConfig, readPlaygroundSide, type PlaygroundSide } from './playground/read-uploaded-side.ts';
import { playgroundHost, reviewPlayground } from './playground/review-playground.ts';

const largestFile = 5 * 1024 * 1024;

const upload = multer({
  storage: multer.memoryStorage(),
  limits: {
    fileSize: largestFile,
    files: 2,
    fields: 8,
    fieldSize: longestConfig,
    fieldNameSize: 40,
    parts: 12,
  },
}).fields([
  { name: 'base-file', maxCount: 1 },
  { name: 'head-file', maxCount: 1 },
]);

/**
 * Reads the playground's form with its files into memory, once; what is too large is kept as a problem for the page.
 */
export const parsePlaygroundForm: RequestHandler = (request, response, next) => {
  if (response.locals['isPlaygroundFormRead'] === true) return next();
  response.locals['isPlaygroundFormRead'] = true;
  void upload(request, response, (error: unknown) => {
    if (error === undefined || error === null) return next();
    // What is no error of multer's is one of the parser below it, which tells a form that is none by a plain error.
    const code = error instanceof multer.MulterError ? error.code : null;
    response.locals['playgroundProblem'] =
      code === 'LIMIT_FILE_SIZE'
        ? 'The file is larger than 5 MB.'
        : code === 'LIMIT_FIELD_VALUE'
          ? 'The text is larger than 64 KB.'
          : 'The form could not be read.';
    next();
  });
};

/** Reviews two files of anybody's, at `/playground`; nothing is kept. */
export function createPlaygroundRoutes(parts: AppParts): Router {
  const router = Router();
  router.get('/', (request, response) => {
    sendPlayground(request, response, { form: emptyForm, problem: null });
  });
  router.post('/', async (request, response) => {
    const form = readForm(request.body);
    const tooLarge: unknown = response.locals['playgroundProblem'];
    if (typeof tooLarge === 'string') return sendPlayground(request, response, { form, problem: tooLarge });
    const host = playgroundHost(form);
    if (typeof host === 'string') return sendPlayground(request, response, { form, problem: host });
    const files = filesOf(request);
    const base = await readPlaygroundSide(form.base, files['base-file']?.[0]);
    const head = await readPlaygroundSide(form.head, files['head-file']?.[0]);
    const report = reviewPlayground(base, head, host, parts.now());
    const problem = report === null ? 'Write or choose at least one model-config.yaml.' : null;
    sendPlayground(request, response, {
      form: { ...form, base: textOfSide(base, form.base), head: textOfSide(head, form.head) },
      problem,
      report,
    });
  });
  return router;
}

const emptyForm: PlaygroundForm = { base: '', head: '', gpus: '', version: defaultTorchserveVersion };

function readForm(body: unknown): PlaygroundForm {
  const fields = formFields(body);
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  return {
    base: text('base'),
    head: text('head'),
    gpus: text('gpus').trim(),
    version: text('version') === '' ? defaultTorchserveVersion : text('version'),
  };
}

function filesOf({ files }: Request): Readonly<Record<string, Express.Multer.File[] | undefined>> {
  return files === undefined || Array.isArray(files) ? {} : files;
}

/** A browser forgets a chosen file, so that the text of a YAML file takes its place in the form. */
function textOfSide(side: PlaygroundSide | null, typed: string): string {
  return side?.source.kind === 'text' && side.archive === null ? side.source.text : typed;
}

function sendPlayground(
  request: Request,
  response: Response,
  {
    form,
    problem,
    report = null,
  }: {
    readonly form: PlaygroundForm;
    readonly problem: string | null;
    readonly report?: ReturnType<typeof reviewPlayground>;
  },
): void {
  const frame = pageFrameOf(request, response, 'Playground');
  const context =
    report === null
      ? null
      : makeReportContext(report, { repositoryUrl: null, diff: frame.diff ?? 'unified', layoutHref: null });
  sendPage(
    response,
    <PlaygroundPage
      frame={{ ...frame, returnTo: '/playground' }}
      form={form}
      problem={problem}
      context={context}
    />,
    problem === null ? 200 : 422,
  );
}
