import { describe, it } from 'vitest';
import type { ESTree } from 'vite';
import { expectNone, finding } from './support/findings.js';
import { productionFiles } from './support/source-files.js';
import { visit } from './support/syntax.js';

const ROUTES = new Set(['All', 'Delete', 'Get', 'Head', 'Options', 'Patch', 'Post', 'Put', 'Search', 'Sse']);
const GUARDS = new Set(['Public', 'Person', 'Staff', 'Client']);

function nameOf({ expression }: ESTree.Decorator): string {
  const callee = expression.type === 'CallExpression' ? expression.callee : expression;
  return callee.type === 'Identifier' ? callee.name : '';
}

const declares = (decorators: readonly ESTree.Decorator[]): boolean =>
  decorators.some((decorator) => GUARDS.has(nameOf(decorator)));

type ClassNode = ESTree.Class;

function undeclaredRoutes(node: ClassNode): ESTree.Decorator[] {
  if (declares(node.decorators)) return [];
  return node.body.body.flatMap((member) => {
    if (member.type !== 'MethodDefinition' || declares(member.decorators)) return [];
    return member.decorators.filter((decorator) => ROUTES.has(nameOf(decorator)));
  });
}

/** libs/http refuses the same at start, and walks the real router; this names the line while writing. */
describe('a route', () => {
  it('declares who may use it: @Public, @Person, @Staff or @Client', () => {
    const undeclared: string[] = [];
    for (const file of productionFiles) {
      const check = (node: ClassNode) => {
        for (const route of undeclaredRoutes(node)) {
          undeclared.push(finding(file, route.start, `@${nameOf(route)} declares no guard`));
        }
      };
      visit(file, { ClassDeclaration: check, ClassExpression: check });
    }
    expectNone(undeclared);
  });
});
