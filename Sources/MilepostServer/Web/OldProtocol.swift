#if Server
  import NIOCore
  import NIOHTTP1

  /// Speaks HTTP/1.0 with those who do, which the server library does not know of: what they get is not in pieces that they
  /// cannot read, and ends with the connection. `Connection: close` of everybody is passed on as the library reads it.
  ///
  /// A class because the channel keeps it; used on the thread of its channel only.
  final class OldProtocol: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// Whether each of the requests that are not answered yet is HTTP/1.0; they may come before the answers to those before.
    private var areOld = CircularBuffer<Bool>()

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      guard case .head(var head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
      let isOld = (head.version.major, head.version.minor) < (1, 1)
      areOld.append(isOld)
      if isOld || !head.isKeepAlive { head.headers.replaceOrAdd(name: "Connection", value: "close") }
      context.fireChannelRead(wrapInboundOut(.head(head)))
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
      switch unwrapOutboundIn(data) {
      case .head(var head) where areOld.first == true:
        head.version = .http1_0
        head.headers.replaceOrAdd(name: "Connection", value: "close")
        return context.write(wrapOutboundOut(.head(head)), promise: promise)
      case .end: _ = areOld.popFirst()
      case .head, .body: break
      }
      context.write(data, promise: promise)
    }
  }
#endif
