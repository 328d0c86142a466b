import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { wrongInput } from './input.js';

const USUAL = 50;
const MOST = 200;

/** How much of a list, and where it goes on. */
export class PageQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: MOST, default: USUAL })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  limit: number = USUAL;

  @ApiPropertyOptional({ description: '`next` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

export interface PageOf<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly next?: string;
}

const cursorOf = (id: string): string => Buffer.from(id).toString('base64url');

/** A page of a list that is in memory, after the thing that the cursor names. */
export function pageOf<T>(
  all: readonly T[],
  idOf: (thing: T) => string,
  { limit, cursor }: PageQuery,
): PageOf<T> {
  const seen = cursor === undefined ? -1 : all.findIndex((thing) => cursorOf(idOf(thing)) === cursor);
  if (cursor !== undefined && seen < 0)
    throw wrongInput([{ field: 'cursor', message: 'is no cursor of this list' }]);
  const items = all.slice(seen + 1, seen + 1 + limit);
  const last = items.at(-1);
  const isMore = seen + 1 + limit < all.length;
  return { items, ...(isMore && last !== undefined && { next: cursorOf(idOf(last)) }) };
}
