import { Controller, Get } from '@nestjs/common';
import { Interface, Public } from '#libs/http';
import { QueueStatus, type QueueStatusReport } from './queue-status.js';

@Controller()
export class QueueStatusController {
  constructor(private readonly status: QueueStatus) {}

  /** Numbers by queue and state; nothing about any message. */
  @Public()
  @Interface('application')
  @Get('queues')
  report(): Promise<QueueStatusReport> {
    return this.status.report();
  }
}
