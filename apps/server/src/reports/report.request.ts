import { channels, kinds, type Channel, type Kind } from '#cases';
import { csvReaders, dimensions, figures, periodLengths, type CsvReader } from '#views';
import { ApiProperty, ApiPropertyOptional } from '../api/documented.js';
import { IsDay, IsInstant } from '../requests/days.js';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from '../requests/rules.js';
import { WholeNumber } from '../requests/whole-number.js';

/** What is asked, in its parts; whether they make sense together is the question's own to say. */
export class ReportRequest {
  @ApiPropertyOptional({ description: 'The first day of receipt. Default: the first of January.', format: 'date' })
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ description: 'The last day of receipt, inclusive. Default: the day of asOf.', format: 'date' })
  @IsOptional()
  @IsDay()
  to?: string;

  @ApiPropertyOptional({ description: 'What was known then. Default: now.', format: 'date-time' })
  @IsOptional()
  @IsInstant()
  asOf?: string;

  @ApiPropertyOptional({ description: 'Only cases of this board.', example: 'TN' })
  @IsOptional()
  @Matches(/^[A-ZÅÄÖ0-9_]{1,40}$/)
  board?: string;

  @ApiPropertyOptional({ description: 'Only cases of this administration, as it was on the day of receipt.', example: 'TKF' })
  @IsOptional()
  @Matches(/^[A-ZÅÄÖ0-9_]{1,40}$/)
  administration?: string;

  @ApiPropertyOptional({ enum: kinds })
  @IsOptional()
  @IsIn(kinds)
  kind?: Kind;

  @ApiPropertyOptional({ description: 'Only cases of this category.', example: 'GATA.SNOROJNING' })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  category?: string;

  @ApiPropertyOptional({ enum: channels })
  @IsOptional()
  @IsIn(channels)
  channel?: Channel;
}

export class PromiseReportRequest extends ReportRequest {
  @ApiPropertyOptional({
    description: `By what to group, with commas between: ${dimensions.join(', ')}. Default: the region, customer service, each board and each administration.`,
    example: 'board,kind',
  })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  groupBy?: string;

  @ApiPropertyOptional({ description: 'Each group once for each period.', enum: periodLengths })
  @IsOptional()
  @IsIn(periodLengths)
  period?: string;
}

/** In what form an answer is wanted. */
interface Form {
  format?: 'json' | 'csv';
  for: CsvReader;
}

export class ReadReportRequest extends PromiseReportRequest implements Form {
  @ApiPropertyOptional({ description: 'Default: as the Accept header says, or JSON.', enum: ['json', 'csv'] })
  @IsOptional()
  @IsIn(['json', 'csv'])
  format?: 'json' | 'csv';

  @ApiPropertyOptional({
    description:
      'Who opens the CSV: people, in a spreadsheet set to Swedish (byte order mark, semicolons, decimal comma), or machines (RFC 4180: commas, decimal point).',
    enum: csvReaders,
    default: 'people',
  })
  @IsIn(csvReaders)
  for: CsvReader = 'people';
}

/** Which of the tables that everybody is told. */
export class TablesRequest {
  @ApiPropertyOptional({ description: 'The year. Default: that of the tertial told last.', minimum: 2018 })
  @WholeNumber()
  @IsOptional()
  @IsInt()
  year?: number;

  @ApiPropertyOptional({
    description: 'The last day of a month that has ended: what had been told by then. Default: of the month that ended last.',
    format: 'date',
    example: '2026-09-30',
  })
  @IsOptional()
  @IsDay()
  asOf?: string;
}

export class ReadTablesRequest extends TablesRequest implements Form {
  @ApiPropertyOptional({ description: 'Default: as the Accept header says, or JSON.', enum: ['json', 'csv'] })
  @IsOptional()
  @IsIn(['json', 'csv'])
  format?: 'json' | 'csv';

  @ApiPropertyOptional({
    description:
      'Who opens the CSV: people, in a spreadsheet set to Swedish (byte order mark, semicolons, decimal comma), or machines (RFC 4180: commas, decimal point).',
    enum: csvReaders,
    default: 'people',
  })
  @IsIn(csvReaders)
  for: CsvReader = 'people';
}

export class CasesBehindRequest extends ReportRequest {
  @ApiProperty({ enum: figures.map(({ name }) => name) })
  @IsString()
  @MaxLength(60)
  figure!: string;

  @ApiPropertyOptional({ enum: ['region', 'customer-service'], default: 'region' })
  @IsIn(['region', 'customer-service'])
  view: 'region' | 'customer-service' = 'region';

  @ApiPropertyOptional({ description: 'Where the previous page said to go on.', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  after?: string;

  @ApiPropertyOptional({ description: 'At most so many cases.', minimum: 1, maximum: 200, default: 50 })
  @WholeNumber()
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}
