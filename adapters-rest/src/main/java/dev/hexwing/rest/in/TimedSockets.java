package dev.hexwing.rest.in;

import io.helidon.common.socket.SocketOptions;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Socket options with a read time-out that holds.
 *
 * <p>The server hands its accepted channels to {@link #configureSocket(SocketChannel)}, which by
 * itself sets no read time-out, because channels know none; their socket does.
 */
final class TimedSockets implements SocketOptions {

  private final SocketOptions usual;

  TimedSockets(Duration readTimeout) {
    usual = SocketOptions.builder().readTimeout(readTimeout).build();
  }

  @Override
  public void configureSocket(SocketChannel channel) {
    usual.configureSocket(channel);
    try {
      channel.socket().setSoTimeout(Math.toIntExact(usual.readTimeout().toMillis()));
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<SocketOption<?>, Object> socketOptions() {
    return usual.socketOptions();
  }

  @Override
  public Duration connectTimeout() {
    return usual.connectTimeout();
  }

  @Override
  public Duration readTimeout() {
    return usual.readTimeout();
  }

  @Override
  public Optional<Integer> socketReceiveBufferSize() {
    return usual.socketReceiveBufferSize();
  }

  @Override
  public Optional<Integer> socketSendBufferSize() {
    return usual.socketSendBufferSize();
  }

  @Override
  public boolean socketReuseAddress() {
    return usual.socketReuseAddress();
  }

  @Override
  public boolean socketKeepAlive() {
    return usual.socketKeepAlive();
  }

  @Override
  public boolean tcpNoDelay() {
    return usual.tcpNoDelay();
  }
}
