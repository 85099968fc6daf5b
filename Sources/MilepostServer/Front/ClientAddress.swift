import Glibc

/// Who a client is.
enum ClientAddress {
  /// The address that the last trusted proxy saw, or the network of it that is one client's.
  ///
  /// Each proxy adds the address that it was asked from to the end of `X-Forwarded-For`; what stands before those of
  /// trusted proxies can be made up by anybody. A request that did not come through all of them is that of its peer.
  ///
  /// - Parameters:
  ///   - peer: the other end of the connection.
  ///   - proxies: how many of our own proxies stand before the server.
  static func of(peer: String, forwarded: String?, proxies: Int) -> String {
    let own = client(peer) ?? peer
    guard proxies > 0, let forwarded else { return own }
    let seen = forwarded.split(separator: ",")
    guard seen.count >= proxies else { return own }
    return client(String(seen[seen.count - proxies].filter { $0 != " " })) ?? own
  }

  /// An IPv4 address as it is, of an IPv6 address the network of 64 bits, which one client has to itself; nil when it is
  /// neither. A port behind it, and brackets around it, are left out.
  private static func client(_ text: String) -> String? {
    var address = Substring(text)
    if address.hasPrefix("["), let end = address.firstIndex(of: "]") {
      address = address.dropFirst().prefix(upTo: end)
    } else if address.contains("."), address.filter({ $0 == ":" }).count == 1, let colon = address.firstIndex(of: ":") {
      address = address[..<colon]
    }
    var four = in_addr()
    if inet_pton(AF_INET, String(address), &four) == 1 { return String(address) }
    // Behind a percent sign stands the name of the interface.
    var six = in6_addr()
    guard inet_pton(AF_INET6, String(address.prefix { $0 != "%" }), &six) == 1 else { return nil }
    let bytes = withUnsafeBytes(of: six) { Array($0) }
    if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
      return bytes[12...].map { String($0) }.joined(separator: ".")
    }
    return stride(from: 0, to: 8, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
      .joined(separator: ":") + "::/64"
  }
}
