import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { IsString, MaxLength } from '../requests/rules.js';
import { Policy } from '../access/policy.decorator.js';
import { ApiOperation, ApiProperty, ApiTags } from '../api/documented.js';
import { Following } from './following.js';

class FollowUpRequest {
  @ApiProperty({ description: 'The receipt code; case, spaces and hyphens do not matter.', maxLength: 100 })
  @IsString()
  @MaxLength(100)
  receiptCode!: string;
}

@ApiTags('submissions')
@Controller('api/v1/follow-ups')
export class FollowUpsController {
  constructor(private readonly following: Following) {}

  @Post()
  @HttpCode(200)
  @Policy('submit')
  @ApiOperation({
    summary: 'Follow a synpunkt with its receipt code',
    description: 'A code that is wrong and one that cannot exist are answered alike.',
  })
  follow(@Body() { receiptCode }: FollowUpRequest) {
    return this.following.byCode(receiptCode);
  }
}
