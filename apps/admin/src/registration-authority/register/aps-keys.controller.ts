import { Controller, Get } from '@nestjs/common';
import { ADMIN_KEYS_PATH } from '#libs/attributes';
import { Interface, Public } from '#libs/http';
import { ApsKeys } from './aps-keys.js';

/** Where APS finds the key with which the administration asks. */
@Controller()
@Public()
export class ApsKeysController {
  constructor(private readonly keys: ApsKeys) {}

  @Get(ADMIN_KEYS_PATH)
  @Interface('application')
  show() {
    return this.keys.published;
  }
}
