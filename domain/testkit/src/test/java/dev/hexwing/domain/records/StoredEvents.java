package dev.hexwing.domain.records;

import dev.hexwing.domain.shared.CausationId;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A file of records, one a line, in the columns of a store: aggregate, version, type, moment,
 * correlation, cause (or a dash), data as JSON.
 */
record StoredEvents(List<EventRecord> records) {

  static StoredEvents read(String name) {
    try (InputStream file = StoredEvents.class.getResourceAsStream("/events/" + name + ".tsv")) {
      List<EventRecord> records = new ArrayList<>();
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> records.add(record(line.split("\t"))));
      return new StoredEvents(List.copyOf(records));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EventRecord record(String... columns) {
    Version version = new Version(Long.parseLong(columns[1]));
    SequencedMap<String, Object> data = new LinkedHashMap<>();
    ((Map<?, ?>) new PlainJson(columns[6]).value())
        .forEach((fact, value) -> data.put((String) fact, value));
    return new EventRecord(
        columns[2],
        data,
        new EventMetadata(
            EventId.of(columns[0], version),
            columns[0],
            version,
            Instant.parse(columns[3]),
            new CorrelationId(columns[4]),
            Option.of(columns[5])
                .filter(cause -> !cause.equals("-"))
                .map(EventId::new)
                .map(CausationId::new)));
  }

  /** The same data with whole numbers as wide as can be, as a notation does not tell them apart. */
  static Object plain(Object value) {
    return switch (value) {
      case Integer whole -> (long) whole;
      case Map<?, ?> map -> {
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((name, one) -> copy.put(name, plain(one)));
        yield copy;
      }
      case List<?> list -> list.stream().map(StoredEvents::plain).toList();
      default -> value;
    };
  }
}
