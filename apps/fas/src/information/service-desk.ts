/** Who helps when a service cannot. */
export const SERVICE_DESK = {
  mail: 'csam@gcloud.belgium.be',
  opens: '8:30',
  closes: '17:00',
} as const;
