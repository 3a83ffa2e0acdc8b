/** The engine behind the store cannot be reached or gave up; the question may be asked again later. */
export class StoreUnavailable extends Error {
  readonly code = 'STORE_UNAVAILABLE';
}
