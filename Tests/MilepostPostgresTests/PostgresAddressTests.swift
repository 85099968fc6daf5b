import MilepostPostgres
import Testing

@Suite struct PostgresAddressTests {
  @Test(arguments: [
    ("postgres://127.0.0.1/plans", true), ("postgresql:///plans", true), ("plans.store", false), ("", false),
  ]) func `only an address of PostgreSQL is one`(text: String, isAddress: Bool) {
    #expect((PostgresAddress(text) != nil) == isAddress)
  }
}
