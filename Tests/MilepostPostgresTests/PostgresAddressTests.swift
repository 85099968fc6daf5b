import MilepostPostgres
import Testing

@Suite struct PostgresAddressTests {
  @Test(arguments: [
    ("postgres://127.0.0.1/plans", true), ("postgresql:///plans", true), ("plans.store", false), ("", false),
  ]) func `only an address of PostgreSQL is one`(text: String, isAddress: Bool) {
    #expect((PostgresAddress(text) != nil) == isAddress)
  }

  #if Postgres
    @Test(arguments: [
      ("postgres://milepost:s3cret@127.0.0.1:5433/plans", "postgres://milepost@127.0.0.1:5433/plans"),
      ("postgresql:///plans?password=s3cret&user=a", "postgres://a@/plans"),
      ("postgres://[::1]:5433,b.example:5434/plans", "postgres://[::1]:5433,b.example:5434/plans"),
      ("postgres://a:s3cret%zz@b/plans", nil),
    ]) func `an address is shown without its password`(text: String, shown: String?) throws {
      #expect(try #require(PostgresAddress(text)).shown == shown)
    }
  #endif
}
