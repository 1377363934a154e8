package dev.hexwing.domain.shared.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.EventRecord;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.UnreadableEvent;
import dev.hexwing.domain.shared.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class UpcastsTest {

  private static final EventMetadata METADATA =
      EventMetadata.of(
          "A47",
          new Version(3),
          Occasion.of(Instant.parse("2026-03-03T10:04:00Z"), new CorrelationId("tap-1")));

  // Version 1 knew kilograms; version 2 grams; version 3 calls them so.
  private static final Upcasts STEPS =
      Upcasts.none()
          .step("flown.v1", UpcastsTest::toGrams)
          .step("flown.v2", old -> renamed(old, "flown.v3", "weight", "grams"));

  private static final RecordReader<Long> READER =
      new RecordReader<>(
          STEPS,
          (type, metadata, facts) -> {
            if (!type.equals("flown.v3")) {
              throw UnreadableEvent.ofType(type);
            }
            return facts.whole("grams");
          });

  @Test
  void without_a_step_every_record_is_current() {
    EventRecord record = record("flown.v1", Map.of("kilograms", 2));
    assertThat(Upcasts.none().current(record)).isSameAs(record);
  }

  @Test
  void a_record_of_any_version_is_read_as_the_latest() {
    assertThat(READER.read(record("flown.v1", Map.of("kilograms", 2)))).isEqualTo(2_000);
    assertThat(READER.read(record("flown.v2", Map.of("weight", 1_500)))).isEqualTo(1_500);
    assertThat(READER.read(record("flown.v3", Map.of("grams", 7)))).isEqualTo(7);
  }

  @Test
  void a_later_version_is_refused_by_its_type() {
    assertThatThrownBy(() -> READER.read(record("flown.v4", Map.of("grams", 7))))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessage("unknown event type: flown.v4");
  }

  @Test
  void an_old_record_without_the_fact_that_a_step_needs_is_refused_by_both() {
    assertThatThrownBy(() -> READER.read(record("flown.v1", Map.of())))
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining("A47/3 is no sound flown.v1: kilograms is missing");
  }

  @Test
  void a_current_record_is_handed_back_as_it_is() {
    EventRecord current = record("flown.v3", Map.of("grams", 7));
    assertThat(STEPS.current(current)).isSameAs(current);
  }

  @Test
  void a_type_has_one_step() {
    assertThatThrownBy(() -> STEPS.step("flown.v1", old -> old))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("flown.v1");
  }

  @Test
  void steps_in_a_circle_are_a_bug() {
    Upcasts circle = STEPS.step("flown.v3", old -> renamed(old, "flown.v2", "grams", "weight"));
    assertThatThrownBy(() -> circle.current(record("flown.v3", Map.of("grams", 7))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("circle");
  }

  @Test
  void a_step_to_another_event_is_a_bug() {
    UnaryOperator<EventRecord> forger =
        old ->
            new EventRecord(
                "flown.v1",
                old.data(),
                EventMetadata.of(
                    "A48", new Version(3), Occasion.of(Instant.EPOCH, new CorrelationId("tap-1"))));
    assertThatThrownBy(() -> STEPS.step("flown.v0", forger).current(record("flown.v0", Map.of())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another event");
  }

  private static EventRecord toGrams(EventRecord old) {
    SequencedMap<String, Object> data = new LinkedHashMap<>();
    data.put("weight", Facts.of(old.data()).whole("kilograms") * 1_000);
    return new EventRecord("flown.v2", data, old.metadata());
  }

  private static EventRecord renamed(EventRecord old, String type, String from, String to) {
    SequencedMap<String, Object> data = new LinkedHashMap<>(old.data());
    data.put(to, Facts.of(old.data()).whole(from));
    data.remove(from);
    return new EventRecord(type, data, old.metadata());
  }

  private static EventRecord record(String type, Map<String, Object> data) {
    return new EventRecord(type, new LinkedHashMap<>(data), METADATA);
  }
}
