package dev.hexwing.messaging.kafka;

import dev.hexwing.application.events.EventConsumer;
import dev.hexwing.application.testkit.InMemoryDeadLetters;
import dev.hexwing.domain.shared.DomainEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;

/**
 * A consumer as a program: it notes each effect in a file, which is its inbox as well, and then
 * stays at the event for ever, so that its offset is never committed.
 */
final class EffectsProgram {

  static final String CONSUMER = "test.effects";

  private EffectsProgram() {}

  /** Takes the address, the prefix and the file. */
  public static void main(String[] arguments) throws IOException {
    KafkaSettings settings =
        KafkaSettings.of(arguments[0])
            .withPrefix(arguments[1])
            .withProperty("session.timeout.ms", "3000")
            .withProperty("heartbeat.interval.ms", "500");
    try (KafkaBroker broker =
        KafkaBroker.open(settings, new InMemoryDeadLetters(InstantSource.system()))) {
      broker.subscribe(
          new Effects(Path.of(arguments[2])) {
            @Override
            public void on(DomainEvent event) {
              super.on(event);
              System.out.println("took " + event.eventId());
              stayHere();
            }
          });
      stayHere();
    }
  }

  private static void stayHere() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has each event take effect once: a line in a file. */
  static class Effects implements EventConsumer {

    private final Path file;

    Effects(Path file) {
      this.file = file;
    }

    @Override
    public final String name() {
      return CONSUMER;
    }

    @Override
    public final boolean wants(DomainEvent event) {
      return true;
    }

    @Override
    public void on(DomainEvent event) {
      try {
        String line = event.eventId().value();
        if (!Files.readAllLines(file).contains(line)) {
          Files.write(file, List.of(line), StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
