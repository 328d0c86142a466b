import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { FAULT_TARGETS, type Fault, type FaultTarget } from './fault.js';

const healthy = (target: FaultTarget): Fault => ({ target, mode: 'ok', ms: 0, share: 1 });

/** The switches. Every stand-in asks here before it answers, and does what it is told. */
@Injectable()
export class FaultBoard {
  private readonly faults = new Map<FaultTarget, Fault>();
  private readonly waiting = new Map<FaultTarget, Set<() => void>>();

  all(): readonly Fault[] {
    return FAULT_TARGETS.map((target) => this.of(target));
  }

  /** Lets everyone go who hangs on the target. */
  set(fault: Fault): void {
    this.faults.set(fault.target, fault);
    this.release(fault.target);
  }

  /** The fault that strikes this request. */
  strike(target: FaultTarget): Fault {
    const fault = this.of(target);
    return fault.share < 1 && Math.random() >= fault.share ? healthy(target) : fault;
  }

  /** Waits as delay or hang demand. After a hang the caller has nobody left to answer and drops the connection. */
  async wait({ mode, ms, target }: Fault): Promise<'go-on' | 'drop'> {
    if (mode === 'delay') await sleep(ms, undefined, { ref: false });
    if (mode !== 'hang') return 'go-on';
    await this.untilChanged(target);
    return 'drop';
  }

  /** Lets everyone go, whatever is set. */
  releaseAll(): void {
    for (const target of FAULT_TARGETS) this.release(target);
  }

  private of(target: FaultTarget): Fault {
    return this.faults.get(target) ?? healthy(target);
  }

  private untilChanged(target: FaultTarget): Promise<void> {
    return new Promise((resolve) => {
      const waiting = this.waiting.get(target) ?? new Set();
      this.waiting.set(target, waiting.add(resolve));
    });
  }

  private release(target: FaultTarget): void {
    const waiting = this.waiting.get(target);
    this.waiting.delete(target);
    for (const release of waiting ?? []) release();
  }
}
