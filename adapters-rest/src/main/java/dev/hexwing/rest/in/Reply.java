package dev.hexwing.rest.in;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.ArrayList;
import java.util.List;

/** What is sent back: status, own headers, body. Immutable. */
final class Reply {

  private static final byte[] NOTHING = {};
  private static final Header JSON = HeaderValues.createCached("Content-Type", "application/json");
  private static final Header REPLAYED = HeaderValues.createCached("Idempotency-Replayed", "true");

  private final int status;
  private final List<Header> headers;
  private final byte[] body;

  private Reply(int status, List<Header> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  static Reply json(int status, Object body) {
    return new Reply(status, List.of(JSON), Json.write(body));
  }

  static Reply of(int status, String contentType, byte[] body) {
    return new Reply(
        status, List.of(HeaderValues.create(HeaderNames.CONTENT_TYPE, contentType)), body);
  }

  static Reply empty(int status) {
    return new Reply(status, List.of(), NOTHING);
  }

  Reply with(HeaderName name, String value) {
    return with(HeaderValues.create(name, value));
  }

  Reply with(Header header) {
    List<Header> more = new ArrayList<>(headers);
    more.add(header);
    return new Reply(status, List.copyOf(more), body);
  }

  Reply replayed(boolean replayed) {
    return replayed ? with(REPLAYED) : this;
  }

  int status() {
    return status;
  }

  List<Header> headers() {
    return headers;
  }

  /** The bytes to send; not copied, so not to be changed. */
  byte[] body() {
    return body;
  }
}
