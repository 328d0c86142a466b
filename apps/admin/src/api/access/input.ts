import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { AppError } from '#libs/http';
import { API_INPUT } from './api.errors.js';

export interface FieldError {
  /** Path in the body, such as `attributes.0.name`. */
  readonly field: string;
  readonly message: string;
}

/** Input that is not as the OpenAPI document describes it. */
export const wrongInput = (errors: readonly FieldError[]): AppError =>
  new AppError(API_INPUT, {
    detail: errors
      .map(({ field }) => field)
      .join(', ')
      .slice(0, 200),
    members: { errors },
  });

/** Reads bodies and queries into their classes; a field that nobody knows is a mistake too. */
export const inputPipe = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  stopAtFirstError: true,
  validationError: { target: false, value: false },
  exceptionFactory: (errors) => wrongInput(errors.flatMap((error) => fieldErrors(error, ''))),
});

function fieldErrors(
  // A body that is no object at all has no field.
  { property = 'body', constraints = {}, children = [] }: Partial<ValidationError>,
  path: string,
): FieldError[] {
  const field = path === '' ? property : `${path}.${property}`;
  const own = Object.entries(constraints).map(([rule, message]) => ({
    field,
    message: rule === 'whitelistValidation' ? 'unknown field' : plainMessage(message, property),
  }));
  return [...own, ...children.flatMap((child) => fieldErrors(child, field))];
}

/** The field is named beside it. */
const plainMessage = (message: string, property: string): string =>
  message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
