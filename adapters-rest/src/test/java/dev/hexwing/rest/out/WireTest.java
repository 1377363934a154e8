package dev.hexwing.rest.out;

import static dev.hexwing.rest.out.Samples.PAYMENT;
import static dev.hexwing.rest.out.Samples.charge;
import static dev.hexwing.rest.out.Samples.intent;
import static dev.hexwing.rest.out.Samples.refund;
import static dev.hexwing.rest.out.ScriptedServer.json;
import static dev.hexwing.rest.out.ScriptedServer.rawThenEnd;
import static dev.hexwing.rest.out.ScriptedServer.rawThenStall;
import static dev.hexwing.rest.out.ScriptedServer.reset;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.application.payments.LookUp;
import dev.hexwing.application.payments.ProcessorAnswer;
import dev.hexwing.application.payments.ProcessorAnswer.Approved;
import dev.hexwing.application.payments.ProcessorAnswer.NotSent;
import dev.hexwing.application.payments.ProcessorAnswer.Unknown;
import dev.hexwing.rest.out.ScriptedServer.Script;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WireTest {

  private static final Duration SHORT = Duration.ofMillis(700);
  private static final Duration GENEROUS = Duration.ofSeconds(15);
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n";

  private final ScriptedServer server = new ScriptedServer();
  private final List<StripeProcessor> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(StripeProcessor::close);
    server.close();
  }

  private StripeProcessor at(URI url) {
    return open(ProcessorSettings.of(url, Samples.KEY).withTimeouts(SHORT, SHORT));
  }

  private StripeProcessor open(ProcessorSettings settings) {
    StripeProcessor processor = new StripeProcessor(settings, new SimpleMeterRegistry());
    opened.add(processor);
    return processor;
  }

  private static Duration took(Runnable call) {
    long start = System.nanoTime();
    call.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Nested
  class After_the_request_left {

    static List<Script> broken() {
      return List.of(
          reset(),
          rawThenEnd(""),
          rawThenEnd("HTTP/1.1 200"),
          rawThenEnd(HEAD),
          rawThenEnd(HEAD + "{\"id\":\"pi_1\","),
          rawThenEnd("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\""),
          rawThenEnd("HTTP/1.1 200 OK\r\n\r\n{\"id\":\"pi_1\""),
          rawThenEnd("SSH-2.0-something else\r\n"),
          rawThenEnd("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_broken_answer_leaves_the_outcome_unknown_and_nothing_is_sent_again(Script script) {
      StripeProcessor processor = open(Samples.settings(server));
      server.answers(script);

      assertThat(processor.charge(charge())).isInstanceOf(Unknown.class);
      assertThat(processor.refund(refund())).isInstanceOf(Unknown.class);
      assertThat(server.heads()).isEqualTo(2);
    }

    @Test
    void a_connection_that_went_stale_is_not_tried_twice_with_one_charge() {
      StripeProcessor processor = open(Samples.settings(server));
      server.answers(json(200, intent("succeeded")), reset());

      assertThat(processor.charge(charge())).isInstanceOf(Approved.class);
      assertThat(processor.charge(charge())).isInstanceOf(Unknown.class);
      assertThat(server.heads()).isEqualTo(2);
    }

    @Test
    void a_look_up_without_an_answer_is_unanswered() {
      server.answers(reset());
      assertThat(open(Samples.settings(server)).lookUpCharge(PAYMENT))
          .isInstanceOf(LookUp.Unanswered.class);
    }

    @Test
    void no_setting_of_the_jvm_makes_a_charge_leave_twice() throws Exception {
      server.answers(reset());
      Process process =
          new ProcessBuilder(
                  System.getProperty("java.home") + "/bin/java",
                  "-Xmx64m",
                  "-XX:TieredStopAtLevel=1",
                  "-Djdk.httpclient.enableAllMethodRetry=true",
                  "-cp",
                  System.getProperty("java.class.path"),
                  ChargeOnce.class.getName(),
                  server.url().toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(said.strip()).isEqualTo("Unknown");
      assertThat(server.seen()).hasSize(1);
    }
  }

  @Nested
  class Bounds {

    static List<Script> stalling() {
      return List.of(
          rawThenStall(""),
          rawThenStall("HTTP/1.1 200 OK\r\n"),
          rawThenStall(HEAD),
          rawThenStall(HEAD + "{\"id\":\"pi_1\","));
    }

    @ParameterizedTest
    @MethodSource("stalling")
    void an_answer_that_stalls_is_given_up_in_time_wherever_it_stalls(Script script) {
      StripeProcessor processor = at(server.url());
      server.answers(script);
      List<ProcessorAnswer> answers = new ArrayList<>();

      Duration took = took(() -> answers.add(processor.charge(charge())));

      assertThat(answers.getFirst()).isEqualTo(new Unknown("no whole answer in time"));
      assertThat(took).isBetween(SHORT, GENEROUS);
      assertThat(server.heads()).isEqualTo(1);
    }

    @Test
    void an_answer_that_drips_for_ever_is_given_up_and_its_connection_closed() throws Exception {
      CompletableFuture<Boolean> closed = new CompletableFuture<>();
      server.answers(
          socket -> {
            socket.getOutputStream().write((HEAD + "{").getBytes(UTF_8));
            socket.setSoTimeout(20);
            try {
              while (isOpen(socket)) {
                socket.getOutputStream().write(' ');
              }
            } finally {
              closed.complete(true);
            }
          });

      assertThat(at(server.url()).charge(charge())).isInstanceOf(Unknown.class);
      assertThat(closed.get(20, TimeUnit.SECONDS)).isTrue();
    }

    private boolean isOpen(Socket socket) throws IOException {
      try {
        return socket.getInputStream().read() >= 0;
      } catch (SocketTimeoutException silent) {
        return true;
      }
    }

    @Test
    void an_answer_without_end_is_given_up() {
      server.answers(
          socket -> {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
            byte[] blanks = " ".repeat(64 * 1024).getBytes(UTF_8);
            for (int i = 0; i < 1024; i++) {
              socket.getOutputStream().write(blanks);
            }
            socket.close();
          });

      assertThat(open(Samples.settings(server)).charge(charge()))
          .isInstanceOfSatisfying(
              Unknown.class,
              unknown -> assertThat(unknown.why()).contains("larger than 1048576 bytes"));
    }

    @Test
    void a_look_up_of_many_pages_ends_in_time_as_a_whole() {
      StripeProcessor processor = at(server.url());
      String page = Samples.list(true, refund("re_9", "succeeded", "other"));
      server.answers(json(200, page), json(200, page), rawThenStall(HEAD));

      Duration took =
          took(
              () ->
                  assertThat(processor.lookUpRefund(Samples.REFUND, Samples.CHARGE))
                      .isInstanceOf(LookUp.Unanswered.class));

      assertThat(took).isBetween(SHORT, GENEROUS);
    }

    @Test
    void a_caller_that_is_interrupted_stops_waiting_and_stays_interrupted() throws Exception {
      StripeProcessor processor = open(Samples.settings(server));
      CompletableFuture<Thread> waiting = new CompletableFuture<>();
      CompletableFuture<ProcessorAnswer> answer = new CompletableFuture<>();
      CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
      server.answers(
          socket -> {
            waiting.join().interrupt();
            rawThenStall(HEAD).answer(socket);
          });

      Thread.ofVirtual()
          .start(
              () -> {
                waiting.complete(Thread.currentThread());
                answer.complete(processor.charge(charge()));
                interrupted.complete(Thread.currentThread().isInterrupted());
              });

      assertThat(answer.get(20, TimeUnit.SECONDS)).isInstanceOf(Unknown.class);
      assertThat(interrupted.get(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Nested
  class Before_the_request_left {

    @Test
    void a_refused_connection_means_not_sent() throws Exception {
      URI nobody;
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
      }
      assertThat(at(nobody).charge(charge())).isInstanceOf(NotSent.class);
      assertThat(at(nobody).refund(refund())).isInstanceOf(NotSent.class);
      assertThat(at(nobody).lookUpCharge(PAYMENT)).isInstanceOf(LookUp.Unanswered.class);
    }

    @Test
    void an_unknown_host_means_not_sent() {
      assertThat(at(URI.create("http://nobody.invalid:8090")).charge(charge()))
          .isInstanceOf(NotSent.class);
    }

    @Test
    void a_connection_that_does_not_come_about_in_time_means_not_sent() throws Exception {
      try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        List<Socket> waiting = fill(full);
        try {
          StripeProcessor processor = at(URI.create("http://127.0.0.1:" + full.getLocalPort()));
          List<ProcessorAnswer> answers = new ArrayList<>();

          Duration took = took(() -> answers.add(processor.charge(charge())));

          assertThat(answers.getFirst()).isInstanceOf(NotSent.class);
          assertThat(took).isLessThan(GENEROUS);
        } finally {
          for (Socket socket : waiting) {
            socket.close();
          }
        }
      }
    }

    /** Takes every place in the queue of connections that nobody accepts. */
    private List<Socket> fill(ServerSocket full) throws IOException {
      List<Socket> waiting = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        Socket socket = new Socket();
        waiting.add(socket);
        try {
          socket.connect(full.getLocalSocketAddress(), 200);
        } catch (SocketTimeoutException isFull) {
          return waiting;
        }
      }
      throw new AssertionError("the queue never filled");
    }

    @Test
    void a_failed_tls_handshake_means_not_sent() {
      try (ServerSocket noTls = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
        Thread.ofVirtual().start(() -> refuseHandshake(noTls));
        URI url = URI.create("https://127.0.0.1:" + noTls.getLocalPort());
        assertThat(open(ProcessorSettings.of(url, Samples.KEY)).charge(charge()))
            .isInstanceOf(NotSent.class);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    /** A fatal alert, as a server sends that shares no protocol with the client. */
    private void refuseHandshake(ServerSocket noTls) {
      try (Socket socket = noTls.accept()) {
        socket.getInputStream().readNBytes(64);
        socket.getOutputStream().write(new byte[] {21, 3, 3, 0, 2, 2, 40});
        socket.getOutputStream().flush();
        socket.getInputStream().readAllBytes();
      } catch (IOException gone) {
        assertThat(gone).isNotNull();
      }
    }

    @Test
    void a_closed_processor_sends_nothing() {
      StripeProcessor processor = open(Samples.settings(server));
      processor.close();

      assertThat(processor.charge(charge())).isInstanceOf(NotSent.class);
      assertThat(server.heads()).isZero();
    }
  }

  @Nested
  class Reachability {

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 401, 404, 500})
    void any_answer_counts(int status) {
      server.answers(json(status, "{}"));
      assertThat(at(server.url()).isReachable()).isTrue();
      assertThat(server.only().line()).isEqualTo("GET /v1/balance HTTP/1.1");
    }

    @Test
    void silence_does_not_and_ends_within_two_seconds() {
      StripeProcessor processor = open(Samples.settings(server));
      server.answers(rawThenStall(""));
      Duration took = took(() -> assertThat(processor.isReachable()).isFalse());
      assertThat(took).isBetween(Duration.ofMillis(1_800), GENEROUS);
    }

    @Test
    void a_refused_connection_does_not() throws Exception {
      URI nobody;
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
      }
      assertThat(at(nobody).isReachable()).isFalse();
    }
  }
}
