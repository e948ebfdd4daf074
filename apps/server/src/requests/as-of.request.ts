import { ApiPropertyOptional } from '../api/documented.js';
import { IsISO8601, IsOptional, Matches } from './rules.js';

export class AsOfRequest {
  @ApiPropertyOptional({ description: 'As it was known at this instant.', format: 'date-time' })
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/)
  asOf?: string;
}
