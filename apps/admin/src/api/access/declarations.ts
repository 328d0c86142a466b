import { applyDecorators, UsePipes } from '@nestjs/common';
import { ApiBearerAuth, ApiResponse } from '@nestjs/swagger';
import type { ApiRight } from '#libs/agencies';
import * as http from '#libs/http';
import { ProblemShape } from '../problem.shape.js';
import { inputPipe } from './input.js';

const problem = (status: number, description: string) =>
  ApiResponse({ status, description, type: ProblemShape });

/** A route of the API for programs with this right; errors are problem+json. */
export const Client = (right: ApiRight) =>
  applyDecorators(
    http.Client(right),
    http.Interface('application'),
    UsePipes(inputPipe),
    ApiBearerAuth(),
    problem(401, 'No token, or one that does not count (any more).'),
    ...(right === 'read' ? [] : [problem(403, `The API client has no right \`${right}\`.`)]),
    problem(422, 'A field is wrong; `errors` names each.'),
    problem(429, 'Too many calls in this minute; `Retry-After` says when to come back.'),
  );
