export { availabilityOf, ceilingOf, type CallCounts, type Ceiling, type PartyCalls } from './availability.js';
export { AvailabilityStore, type MinuteCalls } from './availability.store.js';
export { AvailabilityRecorder, type AvailabilityRecorderOptions } from './availability-recorder.js';
