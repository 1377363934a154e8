package dev.hexwing.domain.shared;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * An event as plain data: what a store keeps and a broker carries, in whatever notation.
 *
 * <p>The data is made of {@code String}, {@code Long}, {@code Integer}, {@code Double}, {@code
 * Boolean}, {@code List} and {@code Map} with text keys, and of nothing else; an absent fact is
 * left out. So any JSON library can write it, and the record that it reads is the same again, whole
 * numbers perhaps narrower than they were.
 *
 * <p>Each context turns its events into records and back ({@code PaymentRecords}, …). Records are
 * kept for ever: the names of types and facts outlive renamed classes, and one of an older version
 * is brought up to date when it is read.
 *
 * @param type the stable name of what happened, with its version, such as {@code
 *     dev.hexwing.payments.payment-confirmed.v1}
 * @param data the facts by name, in the order in which they are written
 * @param metadata what every event carries
 */
public record EventRecord(String type, SequencedMap<String, Object> data, EventMetadata metadata) {

  /** Refuses absent parts; keeps its own copy of the data. */
  public EventRecord {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(metadata, "metadata");
    data = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(data));
  }
}
