/** Where the journeys of the examples seem to be, and the reference they show. */
export const EXAMPLE_JOURNEY = '/fas/sign-in/0198f0c2-example';
export const EXAMPLE_REFERENCE = '7K3F-9QXM';
