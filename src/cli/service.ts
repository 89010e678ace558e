/** The service that the suite judges: its folder under `specs` and `suites`. */
export const SERVICE = 'customer-tenant';
