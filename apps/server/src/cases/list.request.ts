import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from '../requests/rules.js';
import { kinds, type Kind } from '#cases';
import { listedStatuses, type ListedStatus } from '#views';
import { ApiPropertyOptional } from '../api/documented.js';
import { IsDay } from '../requests/days.js';
import { AsOfRequest } from '../requests/as-of.request.js';
import { WholeNumber } from '../requests/whole-number.js';

/** Whose cases a list can be asked for. */
export const listedOfficers = ['mine', 'none'] as const;
type ListedOfficer = (typeof listedOfficers)[number];

export class CaseListRequest {
  @ApiPropertyOptional({
    description:
      'Only the case that bears this reference or diary number, in any case and spacing. One that the caller does not see is told like none.',
    example: 'TN 2027/1',
    maxLength: 100,
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({
    description: 'Only cases that this board, or one that it has succeeded, has or is offered; `mine` stands for the boards you work at.',
    example: 'TN',
  })
  @IsOptional()
  @Matches(/^(?:mine|[A-ZÅÄÖ0-9_]{1,40})$/)
  board?: string;

  @ApiPropertyOptional({ description: '`open` stands for every status but `closed`.', enum: listedStatuses })
  @IsOptional()
  @IsIn(listedStatuses)
  status?: ListedStatus;

  @ApiPropertyOptional({ enum: kinds })
  @IsOptional()
  @IsIn(kinds)
  kind?: Kind;

  @ApiPropertyOptional({
    description:
      '`mine`: only cases that you handle; `none`: only those that nobody handles, as none was appointed or who was may not any more.',
    enum: listedOfficers,
  })
  @IsOptional()
  @IsIn(listedOfficers)
  officer?: ListedOfficer;

  @ApiPropertyOptional({ description: 'Only cases with a promised date up to and including this day.', format: 'date' })
  @IsOptional()
  @IsDay()
  dueBy?: string;

  @ApiPropertyOptional({ description: 'Where the previous page said to go on.' })
  @IsOptional()
  @IsString()
  @MaxLength(400)
  after?: string;

  @ApiPropertyOptional({ description: 'At most so many cases.', minimum: 1, maximum: 200, default: 50 })
  @WholeNumber()
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}

export class HistoryRequest extends AsOfRequest {
  @ApiPropertyOptional({ description: 'As of this revision, inclusive.', minimum: 0 })
  @IsOptional()
  @WholeNumber()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  at?: number;
}
