package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexwing.domain.shared.Changes;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.DomainEvent;
import dev.hexwing.domain.shared.EventId;
import dev.hexwing.domain.shared.EventMetadata;
import dev.hexwing.domain.shared.IdempotencyKey;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.shared.RequestFingerprint;
import dev.hexwing.domain.shared.Version;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.statistics.StatisticsReport;

@SuppressWarnings("ClassCanBeStatic") // jqwik runs the groups of an instance only
class SharedKernelTest {

  @Group
  @StatisticsReport(onFailureOnly = true)
  class Keys {

    @Property
    void an_idempotency_key_has_1_to_255_printable_ascii_characters(@ForAll("texts") String text) {
      boolean sane =
          !text.isEmpty()
              && text.length() <= 255
              && text.chars().allMatch(c -> c >= 0x20 && c <= 0x7E);
      covered(sane);
      Either<?, IdempotencyKey> read = IdempotencyKey.of(text);
      assertThat(read.isRight()).isEqualTo(sane);
      if (sane) {
        assertThat(new IdempotencyKey(text)).isEqualTo(read.get()).hasToString(text);
      } else {
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey(text));
        assertThat(IdempotencyKey.of(text).getLeft().code()).isEqualTo("idempotency.key-malformed");
      }
    }

    @Property
    void a_correlation_id_has_1_to_64_letters_digits_dots_underscores_or_dashes(
        @ForAll("texts") String text) {
      boolean sane = text.matches("[A-Za-z0-9._-]{1,64}");
      covered(sane);
      assertThat(CorrelationId.of(text).isRight()).isEqualTo(sane);
      if (sane) {
        assertThat(CorrelationId.of(text).get()).isEqualTo(new CorrelationId(text));
      } else {
        assertThatIllegalArgumentException().isThrownBy(() -> new CorrelationId(text));
      }
    }

    @Property
    void every_generated_key_is_read_back_as_itself(
        @ForAll("keys") IdempotencyKey key, @ForAll("correlations") CorrelationId correlation) {
      assertThat(IdempotencyKey.of(key.value()).get()).isEqualTo(key);
      assertThat(CorrelationId.of(correlation.value()).get()).isEqualTo(correlation);
    }

    private static void covered(boolean sane) {
      Cases.met("sane", 20, sane, true, false);
    }

    @Provide
    Arbitrary<String> texts() {
      return Arbitraries.oneOf(
          Arbitraries.strings().ofMaxLength(5),
          Arbitraries.strings().ascii().ofMaxLength(300),
          Arbitraries.strings().withCharRange(' ', '~').ofMinLength(250).ofMaxLength(260),
          Arbitraries.strings().alpha().numeric().withChars("._-").ofMaxLength(70));
    }

    @Provide
    Arbitrary<IdempotencyKey> keys() {
      return SharedValues.idempotencyKeys();
    }

    @Provide
    Arbitrary<CorrelationId> correlations() {
      return SharedValues.correlationIds();
    }
  }

  @Group
  class Fingerprints {

    @Property
    void the_same_request_has_the_same_fingerprint(
        @ForAll("parts") List<String> parts, @ForAll("parts") List<String> others) {
      assertThat(fingerprint(parts).equals(fingerprint(others))).isEqualTo(parts.equals(others));
      assertThat(fingerprint(parts)).isEqualTo(fingerprint(new ArrayList<>(parts)));
      assertThat(fingerprint(parts).value()).matches("v1:[0-9a-f]{64}");
    }

    @Property
    void moving_a_character_between_parts_makes_another_request(
        @ForAll @AlphaChars @StringLength(min = 1, max = 20) String text,
        @ForAll @IntRange(max = 20) int one,
        @ForAll @IntRange(max = 20) int other) {
      int first = one % (text.length() + 1);
      int second = other % (text.length() + 1);
      assertThat(cut(text, first).equals(cut(text, second))).isEqualTo(first == second);
    }

    private static RequestFingerprint cut(String text, int at) {
      return RequestFingerprint.of("pay", text.substring(0, at), text.substring(at));
    }

    private static RequestFingerprint fingerprint(List<String> parts) {
      return RequestFingerprint.of(
          parts.get(0), parts.get(1), parts.subList(2, parts.size()).toArray(String[]::new));
    }

    @Provide
    Arbitrary<List<String>> parts() {
      return Arbitraries.strings().alpha().ofMaxLength(2).list().ofMinSize(2).ofMaxSize(4);
    }
  }

  @Group
  class Events {

    @Property
    void an_event_is_named_by_its_aggregate_and_the_version_it_made(
        @ForAll("metadata") EventMetadata metadata) {
      assertThat(metadata.eventId())
          .isEqualTo(EventId.of(metadata.aggregateId(), metadata.version()))
          .hasToString(metadata.aggregateId() + "/" + metadata.version());
    }

    @Property
    void a_reaction_keeps_the_correlation_and_names_its_cause(
        @ForAll("metadata") EventMetadata metadata, @ForAll("instants") Instant later) {
      Occasion reaction = Occasion.causedBy(new Happened(metadata), later);
      assertThat(reaction.correlationId()).isEqualTo(metadata.correlationId());
      assertThat(reaction.causationId().get().cause()).isEqualTo(metadata.eventId());
      assertThat(reaction.at()).isEqualTo(later);
    }

    @Property
    void nothing_happened_before_the_first_version(@ForAll("occasions") Occasion occasion) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EventMetadata.of("A47", Version.NONE, occasion));
    }
  }

  @Group
  class Versions {

    @Property
    void the_next_version_is_one_more(@ForAll("versions") Version version) {
      assertThat(version.next().value()).isEqualTo(version.value() + 1);
      assertThat(version.next()).isGreaterThan(version);
    }

    @Property
    void there_is_no_negative_version(
        @ForAll @LongRange(min = Long.MIN_VALUE, max = -1) long count) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Version(count));
    }
  }

  @Group
  class TheBookOfChanges {

    @Property
    void recorded_events_have_versions_without_gap_or_repeat_and_are_drained_once(
        @ForAll("versions") Version stored,
        @ForAll("occasions") Occasion occasion,
        @ForAll boolean[] silent) {
      Changes<Happened> book = Changes.since("A47", stored);
      List<Happened> recorded = new ArrayList<>();
      for (boolean quiet : silent) {
        Version before = book.current();
        if (quiet) {
          book.recordSilently();
        } else {
          recorded.add(book.record(new Happened(book.next(occasion))));
        }
        assertThat(book.current()).isEqualTo(before.next());
        assertThat(book.stored()).isEqualTo(stored);
      }
      assertThat(book.drain()).isEqualTo(recorded);
      assertThat(book.drain()).isEmpty();
      assertThat(book.stored()).isEqualTo(book.current());
      assertThat(book.current().value()).isEqualTo(stored.value() + silent.length);
    }

    @Property
    void an_event_that_does_not_follow_is_refused_and_not_kept(
        @ForAll("metadata") EventMetadata metadata,
        @ForAll @LongRange(min = 1, max = 3) long later,
        @ForAll("occasions") Occasion occasion) {
      Changes<Happened> book = Changes.since("A47", new Version(7));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  book.record(
                      new Happened(EventMetadata.of("A47", new Version(8 + later), occasion))));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> book.record(new Happened(EventMetadata.of("A47", new Version(7), occasion))));
      assertThatIllegalArgumentException().isThrownBy(() -> book.record(new Happened(metadata)));
      assertThat(book.current()).isEqualTo(new Version(7));
      assertThat(book.drain()).isEmpty();
    }
  }

  @Provide
  Arbitrary<EventMetadata> metadata() {
    return SharedValues.eventMetadata();
  }

  @Provide
  Arbitrary<Occasion> occasions() {
    return SharedValues.occasions();
  }

  @Provide
  Arbitrary<Instant> instants() {
    return SharedValues.instants();
  }

  @Provide
  Arbitrary<Version> versions() {
    return SharedValues.versions().filter(version -> version.value() < Long.MAX_VALUE - 1_000);
  }

  record Happened(EventMetadata metadata) implements DomainEvent {}
}
