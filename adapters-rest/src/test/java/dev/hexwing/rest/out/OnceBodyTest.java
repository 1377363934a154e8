package dev.hexwing.rest.out;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class OnceBodyTest {

  private final OnceBody body = new OnceBody("amount=1".getBytes(UTF_8));

  @Test
  void leaves_once_and_not_again() {
    assertThat(asked()).containsExactly("amount=1", "complete");
    assertThat(asked()).containsExactly("failed");
    assertThat(body.withdraw()).isFalse();
  }

  @Test
  void never_leaves_once_it_was_withdrawn() {
    assertThat(body.withdraw()).isTrue();
    assertThat(body.withdraw()).isTrue();
    assertThat(asked()).containsExactly("failed");
    assertThat(body.withdraw()).isTrue();
  }

  private List<String> asked() {
    List<String> received = new ArrayList<>();
    body.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(ByteBuffer piece) {
            received.add(UTF_8.decode(piece).toString());
          }

          @Override
          public void onError(Throwable failure) {
            received.add("failed");
          }

          @Override
          public void onComplete() {
            received.add("complete");
          }
        });
    return received;
  }
}
