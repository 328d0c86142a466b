/** What a store may do, inside and outside a transaction. */
export interface Queryable {
  query<R>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /** Named prepared statement: parsed once per connection; for statements on the road of a login. */
  prepared<R>(name: string, sql: string, params?: readonly unknown[]): Promise<R[]>;
  /**
   * Named prepared statement that only reads, briefly and by a key. Outside a transaction it goes over a connection that
   * many requests share, which costs a third less: it sees what was committed before, and cannot write.
   */
  read<R>(name: string, sql: string, params?: readonly unknown[]): Promise<R[]>;
  /**
   * Named prepared statement that briefly writes rows which hardly anybody else holds. Outside a transaction, where
   * commits do not wait for the disk (`durable: false`), it goes over a shared connection too.
   */
  write<R>(name: string, sql: string, params?: readonly unknown[]): Promise<R[]>;
}
