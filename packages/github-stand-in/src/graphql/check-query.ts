import type { Json } from '../openapi/description.ts';
import { QueryError } from './document.ts';
import type { Field, QueryDocument, Selection, Value } from './document.ts';
import { graphInterfaces, graphTypes } from './query-types.ts';

function isOfType(value: Json, type: string): boolean {
  if (value === null) return !type.endsWith('!');
  const name = type.replace('!', '');
  if (name === 'Int') return Number.isInteger(value);
  if (name === 'Boolean') return typeof value === 'boolean';
  if (name === 'GitObjectID') return typeof value === 'string' && /^[0-9a-f]{40}$/.test(value);
  return typeof value === 'string';
}

/** Checks a query against the known part of GitHub's schema, as GitHub does before it answers anything. */
class QueryChecker {
  readonly #document: QueryDocument;
  readonly #problems: QueryError[] = [];
  readonly #usedVariables = new Set<string>();
  readonly #usedFragments = new Set<string>();
  readonly #openFragments = new Set<string>();

  constructor(document: QueryDocument) {
    this.#document = document;
  }

  check(variables: Readonly<Record<string, Json>>): readonly QueryError[] {
    this.#checkSelections('Query', this.#document.selections);
    for (const { name, type, position } of this.#document.variables) {
      if (!this.#usedVariables.has(name)) {
        this.#report(`Variable $${name} is declared by the query but not used`, position, 'variableNotUsed');
      }
      if (!isOfType(variables[name] ?? null, type)) {
        this.#report(
          `Variable $${name} of type ${type} was provided invalid value`,
          position,
          'invalidVariable',
        );
      }
    }
    for (const [name, { position }] of this.#document.fragments) {
      if (!this.#usedFragments.has(name)) {
        this.#report(`Fragment ${name} was defined, but not used`, position, 'useAndDefineFragment');
      }
    }
    return this.#problems;
  }

  #report(message: string, position: QueryError['position'], code: string): void {
    this.#problems.push(new QueryError(message, position, { code }));
  }

  #checkSelections(type: string, selections: readonly Selection[]): void {
    this.#checkKeys(selections.filter((selection) => selection.kind === 'field'));
    for (const selection of selections) {
      if (selection.kind === 'field') this.#checkField(type, selection);
      else if (selection.kind === 'typed') this.#checkTyped(type, selection.type, selection);
      else this.#checkSpread(type, selection);
    }
  }

  /** GitHub merges equal fields of one key and refuses unequal ones; the stand-in refuses all, and merges nothing. */
  #checkKeys(fields: readonly Field[]): void {
    const seen = new Set<string>();
    for (const { key, position } of fields) {
      if (seen.has(key)) this.#report(`Field '${key}' has a field conflict`, position, 'fieldConflict');
      seen.add(key);
    }
  }

  #checkSpread(type: string, { fragment: name, position }: Extract<Selection, { kind: 'spread' }>): void {
    const fragment = this.#document.fragments.get(name);
    if (fragment === undefined) {
      this.#report(`Fragment ${name} was used, but not defined`, position, 'useAndDefineFragment');
    } else if (this.#openFragments.has(name)) {
      this.#report(`Fragment ${name} contains an infinite loop`, position, 'infiniteLoop');
    } else {
      this.#usedFragments.add(name);
      this.#openFragments.add(name);
      this.#checkTyped(type, fragment.type, fragment);
      this.#openFragments.delete(name);
    }
  }

  #checkTyped(
    type: string,
    narrowed: string,
    { selections, position }: Extract<Selection, { kind: 'typed' }>,
  ): void {
    if (narrowed !== type && !(graphInterfaces[type] ?? []).includes(narrowed)) {
      this.#report(
        `Fragment on ${narrowed} can't be spread inside ${type}`,
        position,
        'cannotSpreadFragment',
      );
    } else {
      this.#checkSelections(narrowed, selections);
    }
  }

  #checkField(type: string, { name, args, selections, position }: Field): void {
    if (name === '__typename') return;
    const definition = graphTypes[type]?.[name];
    if (definition === undefined) {
      this.#report(`Field '${name}' doesn't exist on type '${type}'`, position, 'undefinedField');
      return;
    }
    this.#checkArguments(name, args, definition.args ?? {}, position);
    if (definition.node === null && selections.length > 0) {
      this.#report(`Selections can't be made on scalars (field '${name}')`, position, 'selectionMismatch');
    } else if (definition.node !== null && selections.length === 0) {
      this.#report(`Field must have selections (field '${name}')`, position, 'selectionMismatch');
    } else if (definition.node !== null) {
      this.#checkSelections(definition.node, selections);
    }
  }

  #checkArguments(
    field: string,
    args: ReadonlyMap<string, Value>,
    defined: Readonly<Record<string, string>>,
    position: QueryError['position'],
  ): void {
    for (const [name, type] of Object.entries(defined)) {
      if (type.endsWith('!') && !args.has(name)) {
        this.#report(
          `Field '${field}' is missing required arguments: ${name}`,
          position,
          'missingRequiredArguments',
        );
      }
    }
    for (const [name, value] of args) {
      const type = defined[name];
      if (type === undefined) {
        this.#report(`Field '${field}' doesn't accept argument '${name}'`, position, 'argumentNotAccepted');
      } else if ('variable' in value) {
        this.#checkVariable(value.variable, type, position);
      } else if (!isOfType(value.literal, type)) {
        const shown = JSON.stringify(value.literal);
        const message = `Argument '${name}' on Field '${field}' has an invalid value (${shown}). Expected type '${type}'.`;
        this.#report(message, position, 'argumentLiteralsIncompatible');
      }
    }
  }

  #checkVariable(name: string, type: string, position: QueryError['position']): void {
    this.#usedVariables.add(name);
    const declared = this.#document.variables.find((variable) => variable.name === name);
    if (declared === undefined) {
      this.#report(`Variable $${name} is used by the query but not declared`, position, 'variableNotDefined');
    } else if (declared.type !== type && declared.type !== `${type}!`) {
      const message = `Type mismatch on variable $${name} (${declared.type} / ${type})`;
      this.#report(message, position, 'variableMismatch');
    }
  }
}

/** What is wrong with a query and its variables; empty when it can be answered. */
export function checkQuery(
  document: QueryDocument,
  variables: Readonly<Record<string, Json>>,
): readonly QueryError[] {
  return new QueryChecker(document).check(variables);
}
