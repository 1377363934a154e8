package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexwing.domain.access.ApiKey;
import dev.hexwing.domain.access.ApiKeyEvent.ApiKeyIssued;
import dev.hexwing.domain.access.ApiKeyId;
import dev.hexwing.domain.access.ApiKeyRefusal;
import dev.hexwing.domain.access.ApiKeySnapshot;
import dev.hexwing.domain.access.PrincipalId;
import dev.hexwing.domain.access.RefreshTokenEvent.RefreshTokenReplayed;
import dev.hexwing.domain.access.RefreshTokenEvent.RefreshTokenRotated;
import dev.hexwing.domain.access.RefreshTokenEvent.RotationEvent;
import dev.hexwing.domain.access.RefreshTokenFamily;
import dev.hexwing.domain.access.RefreshTokenFamilyId;
import dev.hexwing.domain.access.RefreshTokenFamilySnapshot;
import dev.hexwing.domain.access.RefreshTokenRefusal;
import dev.hexwing.domain.access.Scope;
import dev.hexwing.domain.access.Scopes;
import dev.hexwing.domain.access.SecretHash;
import dev.hexwing.domain.shared.CorrelationId;
import dev.hexwing.domain.shared.Occasion;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What keys and refresh tokens hold to, whatever is done with them. */
class AccessPropertiesTest {

  private static final Instant START = Instant.parse("2026-03-01T10:04:00Z");
  private static final Instant END = START.plusSeconds(86_400);
  private static final PrincipalId SHOP = new PrincipalId("shop-7");
  private static final Scope READ = new Scope("payments:read");
  private static final Scope WRITE = new Scope("payments:write");

  Occasion at(long second) {
    return Occasion.of(START.plusSeconds(second), new CorrelationId("call"));
  }

  SecretHash token(int number) {
    return SecretHash.of("token-with-enough-characters-" + number).get();
  }

  ApiKey key() {
    ApiKeyId id = new ApiKeyId(new UUID(0, 1));
    return ApiKey.issue(id, SHOP, token(0), new Scopes(Set.of(READ)), END, at(0)).get();
  }

  RefreshTokenFamily family() {
    RefreshTokenFamilyId id = new RefreshTokenFamilyId(new UUID(0, 1));
    return RefreshTokenFamily.start(id, SHOP, token(0), END, at(0)).get();
  }

  @Provide
  Arbitrary<String> secrets() {
    return Arbitraries.strings().withCharRange('!', '~').ofMinLength(22).ofMaxLength(512);
  }

  @Provide
  Arbitrary<String> notSecrets() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(21),
        Arbitraries.strings().withCharRange('!', '~').ofMinLength(513).ofMaxLength(600),
        Combinators.combine(secrets(), Arbitraries.of(" ", "\n", "\u007f", "é", "\ud83d\ude00"))
            .as((secret, bad) -> bad + secret));
  }

  @Group
  class Keys {

    @Property
    void a_key_works_until_the_second_before_it_expires(@ForAll @IntRange(max = 200_000) int at) {
      Either<ApiKeyRefusal, PrincipalId> answer = key().use(READ, START.plusSeconds(at));
      Cases.met("in time", 10, at < 86_400, true, false);
      assertThat(answer.isRight()).isEqualTo(at < 86_400);
      answer.peekLeft(no -> assertThat(no).isEqualTo(new ApiKeyRefusal.Expired(END)));
    }

    @Example
    void at_the_moment_of_expiry_a_key_is_void() {
      assertThat(key().use(READ, END.minusNanos(1)).get()).isEqualTo(SHOP);
      assertThat(key().use(READ, END).getLeft()).isInstanceOf(ApiKeyRefusal.Expired.class);
    }

    @Property
    void a_revoked_key_never_works_again(
        @ForAll @IntRange(max = 100_000) int revoked, @ForAll @IntRange(max = 100_000) int used) {
      ApiKey key = key();
      key.revoke(at(revoked)).get();
      ApiKeySnapshot before = key.snapshot();
      ApiKeyRefusal no = new ApiKeyRefusal.Revoked(START.plusSeconds(revoked));
      assertThat(key.use(READ, START.plusSeconds(used)).getLeft()).isEqualTo(no);
      assertThat(key.revoke(at(used)).getLeft()).isEqualTo(no);
      assertThat(key.snapshot()).isEqualTo(before);
    }

    @Example
    void a_key_does_what_its_scopes_say_and_no_more() {
      ApiKey key = key();
      ApiKeySnapshot before = key.snapshot();
      assertThat(key.use(WRITE, START).getLeft()).isEqualTo(new ApiKeyRefusal.ScopeMissing(WRITE));
      assertThat(key.snapshot()).isEqualTo(before);
    }

    @Property
    void the_last_use_is_never_more_than_a_minute_behind_and_moves_forward_only(
        @ForAll List<@IntRange(max = 1_000) Integer> seconds) {
      ApiKey key = key();
      int latest = -1;
      for (int second : seconds) {
        key.use(READ, START.plusSeconds(second)).get();
        latest = Math.max(latest, second);
        Instant kept = key.lastUsedAt().get();
        assertThat(kept).isBetween(START.plusSeconds(latest - 59), START.plusSeconds(latest));
      }
      assertThat(key.snapshot().version().value()).isLessThanOrEqualTo(1 + 1_000 / 60 + 1);
    }

    @Example
    void a_key_must_expire_later_than_it_begins() {
      Either<ApiKeyRefusal, ApiKey> answer =
          ApiKey.issue(new ApiKeyId(new UUID(0, 1)), SHOP, token(0), Scopes.of("a"), START, at(0));
      assertThat(answer.getLeft()).isEqualTo(new ApiKeyRefusal.ExpiryNotAhead(START));
    }

    @Example
    void a_key_comes_back_as_it_was_stored_and_tells_of_itself_once() {
      ApiKey key = key();
      assertThat(key.drainEvents()).singleElement().isInstanceOf(ApiKeyIssued.class);
      assertThat(key.drainEvents()).isEmpty();
      ApiKey back = ApiKey.reconstitute(key.snapshot());
      assertThat(back.snapshot()).isEqualTo(key.snapshot());
      assertThat(back.drainEvents()).isEmpty();
      assertThat(back.storedVersion()).isEqualTo(key.snapshot().version());
    }
  }

  @Group
  class Tokens {

    /** Which token is shown: 0 for the current one, n for the one n rotations ago. */
    @Provide
    Arbitrary<List<Integer>> shows() {
      return Arbitraries.frequencyOf(
              Tuple.of(9, Arbitraries.just(0)), Tuple.of(1, Arbitraries.integers().between(1, 20)))
          .list()
          .ofMaxSize(30);
    }

    @Property
    void each_token_works_once_and_a_used_one_ends_them_all(@ForAll("shows") List<Integer> shows) {
      RefreshTokenFamily family = family();
      List<SecretHash> handedOut = new ArrayList<>(List.of(token(0)));
      boolean ended = false;
      int second = 0;
      for (int ago : shows) {
        second++;
        SecretHash shown = handedOut.get(Math.max(0, handedOut.size() - 1 - ago));
        boolean current = shown.equals(handedOut.get(handedOut.size() - 1));
        SecretHash successor = token(second);
        RefreshTokenFamilySnapshot before = family.snapshot();
        Either<RefreshTokenRefusal, RotationEvent> answer =
            family.rotate(shown, successor, at(second));
        if (ended) {
          assertThat(answer.getLeft()).isInstanceOf(RefreshTokenRefusal.Revoked.class);
          assertThat(family.snapshot()).isEqualTo(before);
          continue;
        }
        boolean rotated =
            switch (answer.get()) {
              case RefreshTokenRotated event -> event.rotation() == handedOut.size();
              case RefreshTokenReplayed event -> false;
            };
        assertThat(rotated).isEqualTo(current);
        ended = !current;
        if (rotated) {
          handedOut.add(successor);
        }
        Cases.met("rotated", 5, rotated, true, false);
        assertThat(family.revokedAt().isDefined()).isEqualTo(ended);
        assertThat(RefreshTokenFamily.reconstitute(family.snapshot()).snapshot())
            .isEqualTo(family.snapshot());
      }
    }

    @Example
    void rotation_makes_no_family_older_than_was_agreed() {
      RefreshTokenFamily family = family();
      family.rotate(token(0), token(1), at(86_399)).get();
      assertThat(family.rotate(token(1), token(2), at(86_400)).getLeft())
          .isEqualTo(new RefreshTokenRefusal.Expired(END));
      assertThat(family.rotations()).isEqualTo(1);
    }

    @Example
    void a_successor_is_another_token() {
      assertThat(family().rotate(token(0), token(0), at(1)).getLeft())
          .isEqualTo(new RefreshTokenRefusal.SuccessorNotNew());
    }

    @Example
    void a_family_begins_before_it_ends() {
      RefreshTokenFamilyId id = new RefreshTokenFamilyId(new UUID(0, 1));
      assertThat(RefreshTokenFamily.start(id, SHOP, token(0), START, at(0)).getLeft())
          .isEqualTo(new RefreshTokenRefusal.ExpiryNotAhead(START));
    }

    @Example
    void signing_out_ends_them_all() {
      RefreshTokenFamily family = family();
      family.revoke(at(5)).get();
      RefreshTokenRefusal no = new RefreshTokenRefusal.Revoked(START.plusSeconds(5));
      assertThat(family.rotate(token(0), token(1), at(6)).getLeft()).isEqualTo(no);
      assertThat(family.revoke(at(6)).getLeft()).isEqualTo(no);
    }

    @Property
    void a_family_is_as_small_after_any_number_of_rotations(
        @ForAll @IntRange(min = 1, max = 500) int rotations) {
      RefreshTokenFamily family = family();
      for (int i = 0; i < rotations; i++) {
        family.rotate(token(i), token(i + 1), at(1)).get();
      }
      assertThat(family.snapshot().current()).isEqualTo(token(rotations));
      assertThat(family.snapshot().rotations()).isEqualTo(rotations);
    }
  }

  @Group
  @SuppressWarnings("ClassCanBeStatic") // jqwik's groups are inner classes
  class Secrets {

    @Property
    void equal_secrets_have_one_hash_that_tells_nothing_of_them(@ForAll("secrets") String secret) {
      SecretHash hash = SecretHash.of(secret).get();
      assertThat(hash).isEqualTo(SecretHash.of(secret).get());
      assertThat(hash.matches(SecretHash.of(secret).get())).isTrue();
      assertThat(
              hash.matches(SecretHash.of(secret + "x".repeat(secret.length() < 512 ? 1 : 0)).get()))
          .isEqualTo(secret.length() == 512);
      assertThat(hash.value()).doesNotContain(secret);
      assertThat(hash.toString()).hasSize(12).doesNotContain(hash.value());
    }

    @Property
    void other_text_is_refused_and_not_repeated(@ForAll("notSecrets") String text) {
      SecretHash.of(text)
          .peek(hash -> assertThat(hash).as("taken").isNull())
          .peekLeft(no -> assertThat(text.length() < 22 || !no.message().contains(text)).isTrue());
    }

    @Example
    void the_digest_is_that_of_the_standard() {
      assertThat(SecretHash.of("abcdefghijklmnopqrstuvwxyz").get().value())
          .isEqualTo("v1:71c480df93d6ae2f1efad1447c66c9525e316218cf51fc8d9ed832f2daf18b73");
      assertThatThrownBy(() -> new SecretHash("v2:" + "0".repeat(64)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
