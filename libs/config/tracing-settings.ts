import { IsNumber, IsOptional, IsUrl, Max, Min } from 'class-validator';
import { documented } from './documented.js';

/** Traces for who operates. */
export class TracingSettings {
  @documented(
    'Collector of traces (OTLP over HTTP, for example http://collector:4318); none: no traces are made; OTEL_EXPORTER_OTLP_ENDPOINT',
  )
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  endpoint?: string;

  @documented(
    'Share of the traces that begin here and are kept, from 0 to 1; what a caller decided is followed',
  )
  @IsNumber()
  @Min(0)
  @Max(1)
  share: number;
}
