package dev.hexwing.rest.out;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A request body that leaves at most once, and tells whether it may have left.
 *
 * <p>The JDK's client asks for the body only when it is about to write it, and asks again when it
 * sends a request again by itself (after a stale connection, or for every method with {@code
 * jdk.httpclient.enableAllMethodRetry}). The second asking fails here, so no setting of the JVM can
 * double a charge. A body that was {@linkplain #withdraw withdrawn} before it was asked for never
 * leaves, and a request without its announced body cannot take effect.
 */
final class OnceBody implements BodyPublisher {

  private enum State {
    HELD,
    LET_GO,
    WITHDRAWN
  }

  private final BodyPublisher body;
  private final AtomicReference<State> state = new AtomicReference<>(State.HELD);

  OnceBody(byte[] bytes) {
    body = BodyPublishers.ofByteArray(bytes);
  }

  /** Holds the body back for good; false if it may have left already. */
  boolean withdraw() {
    return state.compareAndSet(State.HELD, State.WITHDRAWN) || state.get() == State.WITHDRAWN;
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    if (state.compareAndSet(State.HELD, State.LET_GO)) {
      body.subscribe(subscriber);
    } else {
      subscriber.onSubscribe(new Nothing());
      subscriber.onError(new IOException("a request is sent once, and never again"));
    }
  }

  private static final class Nothing implements Subscription {
    @Override
    public void request(long count) {}

    @Override
    public void cancel() {}
  }
}
