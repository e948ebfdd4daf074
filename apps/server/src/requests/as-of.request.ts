import { ApiPropertyOptional } from '../api/documented.js';
import { IsInstant } from './days.js';
import { IsOptional } from './rules.js';

export class AsOfRequest {
  @ApiPropertyOptional({ description: 'As it was known at this instant.', format: 'date-time' })
  @IsOptional()
  @IsInstant()
  asOf?: string;
}
