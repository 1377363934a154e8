package dev.hexwing.examples.benchmarks;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;

/** The same server with nothing behind it: what came in goes out, and JSON for who only asks. */
final class EchoServer implements AutoCloseable {

  private final WebServer server;

  EchoServer(byte[] answer) {
    server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(0)
            .shutdownHook(false)
            .routing(
                HttpRouting.builder()
                    .post(
                        "/echo",
                        (request, response) ->
                            response
                                .header(HeaderValues.CONTENT_TYPE_JSON)
                                .send(request.content().as(byte[].class)))
                    .get(
                        "/echo",
                        (request, response) ->
                            response.header(HeaderValues.CONTENT_TYPE_JSON).send(answer)))
            .build()
            .start();
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
