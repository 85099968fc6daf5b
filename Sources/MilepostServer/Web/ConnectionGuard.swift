#if Server
  import HTTPTypes
  import NIOCore
  import NIOHTTPTypes
  import NIOHTTPTypesHTTP1

  /// Watches one connection: cuts it off when the client takes too long or sends too much, and gives the answers that
  /// the server library writes by itself, such as those to a head that is no HTTP, the headers of all others.
  ///
  /// A class because the channel keeps it; used on the thread of its channel only.
  final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let stall: TimeAmount
    private let connections: Connections
    private var timer: Scheduled<Void>?
    /// When the head of a request came whose end did not.
    private var bodyBegan: NIODeadline?
    private var bodyBytes = 0
    /// Parts of answers that the system has not taken yet.
    private var waiting = 0
    private var lastTaken = NIODeadline.now()

    /// No request here has a body that counts; those of clients that send one all the same are read and thrown away.
    private static let mostBodyBytes = 65_536

    init(stallSeconds: Int, _ connections: Connections) {
      stall = .seconds(Int64(stallSeconds))
      self.connections = connections
    }

    func handlerAdded(context: ChannelHandlerContext) {
      guard connections.add(context.channel) else { return cut(context) }
      addOldProtocol(context)
      schedule(context)
    }

    /// Puts what speaks HTTP/1.0 to where versions are still known, before they are translated into what all versions have.
    private func addOldProtocol(_ context: ChannelHandlerContext) {
      let pipeline = context.pipeline.syncOperations
      do {
        let translation = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
        try pipeline.addHandler(OldProtocol(), position: .before(translation))
      } catch {
        preconditionFailure("a connection of HTTP/1 has what translates its versions before this handler: \(error)")
      }
    }

    func handlerRemoved(context: ChannelHandlerContext) { end(context) }

    func channelInactive(context: ChannelHandlerContext) {
      end(context)
      context.fireChannelInactive()
    }

    private func end(_ context: ChannelHandlerContext) {
      timer?.cancel()
      timer = nil
      connections.remove(context.channel)
    }

    private func schedule(_ context: ChannelHandlerContext) {
      let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      timer = context.eventLoop.scheduleTask(in: .nanoseconds(stall.nanoseconds / 2)) {
        let (guardian, context) = bound.value
        guardian.look(context)
      }
    }

    private func look(_ context: ChannelHandlerContext) {
      let now = NIODeadline.now()
      let isStalled = waiting > 0 && now - lastTaken >= stall
      let isDripping = bodyBegan.map { now - $0 >= stall } ?? false
      if isStalled || isDripping { cut(context) } else { schedule(context) }
    }

    private func cut(_ context: ChannelHandlerContext) {
      connections.metrics.cutOff()
      context.close(promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch unwrapInboundIn(data) {
      case .head:
        bodyBegan = .now()
        bodyBytes = 0
      case .body(let part):
        bodyBytes += part.readableBytes
        if bodyBytes > ConnectionGuard.mostBodyBytes { return cut(context) }
      case .end: bodyBegan = nil
      }
      context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
      var part = unwrapOutboundIn(data)
      if case .head(var head) = part, head.headerFields[.contentSecurityPolicy] == nil {
        // Not ours: the library answers what it could not read.
        for header in [Answer.Header("Content-Security-Policy", StandardHeaders.dataPolicy)] + StandardHeaders.security
        {
          if let name = HTTPField.Name(header.name) { head.headerFields[name] = header.value }
        }
        part = .head(head)
      }
      if waiting == 0 { lastTaken = .now() }
      waiting += 1
      let taken = promise ?? context.eventLoop.makePromise(of: Void.self)
      let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
      taken.futureResult.whenComplete { _ in
        bound.value.waiting -= 1
        bound.value.lastTaken = .now()
      }
      context.write(wrapOutboundOut(part), promise: taken)
    }
  }
#endif
