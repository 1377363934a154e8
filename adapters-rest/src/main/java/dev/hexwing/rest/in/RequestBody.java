package dev.hexwing.rest.in;

import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.HttpMediaType;
import io.helidon.http.RequestException;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.Optional;

/** Reads a request's body: JSON in UTF-8, bounded in bytes and in time. */
final class RequestBody {

  /**
   * How much of a body that is too large is read and thrown away, so that a client that is still
   * sending gets to read the answer instead of a reset.
   */
  static final int LINGER = 1024 * 1024;

  private static final int CHUNK = 8 * 1024;

  private RequestBody() {}

  static void requireJson(ServerRequest request) {
    Optional<HttpMediaType> type = contentType(request);
    boolean fine =
        type.filter(
                media ->
                    media.mediaType().type().equalsIgnoreCase("application")
                        && media.mediaType().subtype().equalsIgnoreCase("json")
                        && media.charset().map("UTF-8"::equalsIgnoreCase).orElse(true))
            .isPresent();
    if (!fine) {
      throw new RequestRefused(
          Problem.of(
                  415,
                  ProblemCodes.UNSUPPORTED_MEDIA_TYPE,
                  "the body must be application/json in UTF-8")
              .with(HeaderValues.create("Accept-Post", "application/json")));
    }
  }

  private static Optional<HttpMediaType> contentType(ServerRequest request) {
    try {
      return request.headers().contentType();
    } catch (IllegalArgumentException | HttpException e) {
      return Optional.empty();
    }
  }

  static byte[] read(ServerRequest request, RestSettings settings) {
    int limit = settings.bodyLimit();
    boolean declaredTooLarge = request.headers().contentLength().orElse(0) > limit;
    if (declaredTooLarge && request.headers().contains(HeaderValues.EXPECT_100)) {
      throw tooLarge(limit);
    }
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    long deadline = System.nanoTime() + settings.readTimeout().toNanos();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      // Not closed here: closing would wait for the rest of what is too much or too slow.
      InputStream in = request.content().inputStream();
      byte[] chunk = new byte[CHUNK];
      int total = 0;
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        total += n;
        if (total > limit + LINGER) {
          break;
        }
        if (total <= limit) {
          body.write(chunk, 0, n);
        }
        if (System.nanoTime() - deadline > 0) {
          throw tooSlow();
        }
      }
      if (total > limit) {
        throw tooLarge(limit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RequestRefused e) {
      throw e;
    } catch (RuntimeException e) {
      throw unreadable(e, limit);
    }
    return body.toByteArray();
  }

  private static RequestRefused tooLarge(int limit) {
    return new RequestRefused(
        Problem.of(
                413, ProblemCodes.TOO_LARGE, "the body must not be larger than " + limit + " bytes")
            .with(HeaderValues.CONNECTION_CLOSE));
  }

  /** Whatever goes wrong while a body arrives is the sender's, or the line's; never ours. */
  private static RequestRefused unreadable(RuntimeException failure, int limit) {
    if (failure instanceof RequestException e && e.status().code() == 413) {
      return tooLarge(limit);
    }
    Throwable cause = failure;
    while (cause != null && !(cause instanceof SocketTimeoutException)) {
      cause = cause.getCause();
    }
    return cause != null
        ? tooSlow()
        : new RequestRefused(
            Problem.of(400, ProblemCodes.MALFORMED, "the body breaks the rules of HTTP")
                .with(HeaderValues.CONNECTION_CLOSE));
  }

  private static RequestRefused tooSlow() {
    return new RequestRefused(
        Problem.of(408, ProblemCodes.TOO_SLOW, "the body did not arrive in time")
            .with(HeaderValues.CONNECTION_CLOSE));
  }
}
