// What a process starts with is the bundle that the build makes of run.ts: see docs/decisions/0076.
import '#apps/sma';
