package dev.hexwing.domain.testkit;

import dev.hexwing.domain.access.PrincipalId;
import dev.hexwing.domain.access.RefreshTokenEvent;
import dev.hexwing.domain.access.RefreshTokenFamily;
import dev.hexwing.domain.access.RefreshTokenFamilyId;
import dev.hexwing.domain.access.RefreshTokenFamilySnapshot;
import dev.hexwing.domain.access.SecretHash;
import dev.hexwing.domain.shared.Occasion;
import dev.hexwing.domain.testkit.RefreshTokenCommand.Revoke;
import dev.hexwing.domain.testkit.RefreshTokenCommand.Rotate;
import dev.hexwing.domain.testkit.RefreshTokenCommand.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.ActionChain;

/** Arbitrary families of refresh tokens, and their lives; no two tries share one. */
public final class RefreshTokenLives {

  private static final KeptAggregate.Store<
          RefreshTokenFamily, RefreshTokenFamilySnapshot, RefreshTokenEvent>
      STORE =
          new KeptAggregate.Store<>(
              RefreshTokenFamily::snapshot,
              RefreshTokenFamily::drainEvents,
              (state, history) -> RefreshTokenFamily.reconstitute(state));

  private RefreshTokenLives() {}

  /**
   * All that {@link RefreshTokenFamily#start} asks for.
   *
   * @param familyId its name
   * @param principalId who signs in
   * @param first the first token
   * @param lasting for how long, above nothing
   * @param occasion when and why
   */
  public record SignIn(
      RefreshTokenFamilyId familyId,
      PrincipalId principalId,
      SecretHash first,
      Duration lasting,
      Occasion occasion) {

    /** A new family of this sign-in, its event not yet drained. */
    public RefreshTokenFamily make() {
      Instant end = occasion.at().plus(lasting);
      return RefreshTokenFamily.start(familyId, principalId, first, end, occasion).get();
    }
  }

  /** Sign-ins that are taken: for a microsecond, for years, and anything between. */
  public static Arbitrary<SignIn> signIns() {
    return Combinators.combine(
            AccessValues.familyIds(),
            AccessValues.principalIds(),
            AccessValues.secretHashes(),
            SharedValues.durations(),
            SharedValues.occasions())
        .as(SignIn::new);
  }

  /** Families that are fresh, were rotated, or were revoked. */
  public static Arbitrary<RefreshTokenFamily> families() {
    return Combinators.combine(signIns(), commands().list().ofMaxSize(6))
        .as(
            (signIn, commands) -> {
              RefreshTokenFamily family = signIn.make();
              commands.forEach(command -> command.carryOut(family));
              return family;
            });
  }

  /** Whole histories, oldest first. */
  public static Arbitrary<List<RefreshTokenEvent>> histories() {
    return families().map(RefreshTokenFamily::drainEvents);
  }

  /** Commands in any order, at any moment; most show the token that works. */
  public static Arbitrary<RefreshTokenCommand> commands() {
    return Arbitraries.frequencyOf(Tuple.of(8, rotations()), Tuple.of(1, revocations()));
  }

  /** A family's life: begun, then up to 16 commands, stored and read anew now and then. */
  public static Arbitrary<
          ActionChain<Life<RefreshTokenCommand, RefreshTokenFamilySnapshot, RefreshTokenEvent>>>
      lives() {
    return lives(RefreshTokenLives::subject);
  }

  /** Lives of what you make of a sign-in: your own handler over your own repository. */
  public static Arbitrary<
          ActionChain<Life<RefreshTokenCommand, RefreshTokenFamilySnapshot, RefreshTokenEvent>>>
      lives(
          Function<
                  SignIn,
                  Subject<RefreshTokenCommand, RefreshTokenFamilySnapshot, RefreshTokenEvent>>
              subjects) {
    return Chains.of(
        signIns(), subjects, 16, List.of(Tuple.of(10, rotations()), Tuple.of(1, revocations())));
  }

  /** A stored family, as a subject. */
  public static Subject<RefreshTokenCommand, RefreshTokenFamilySnapshot, RefreshTokenEvent>
      subjectOf(RefreshTokenFamilySnapshot stored) {
    return new KeptAggregate<>(RefreshTokenFamily.reconstitute(stored), STORE);
  }

  /** The family itself, as a subject. */
  public static Subject<RefreshTokenCommand, RefreshTokenFamilySnapshot, RefreshTokenEvent> subject(
      SignIn signIn) {
    return new KeptAggregate<>(signIn.make(), STORE);
  }

  private static Arbitrary<Rotate> rotations() {
    return Combinators.combine(
            Arbitraries.frequency(Tuple.of(5, Shown.CURRENT), Tuple.of(1, Shown.ANOTHER)),
            fewTokens(),
            fewTokens(),
            SharedValues.occasions())
        .as(Rotate::new);
  }

  /** Eight tokens, so that a used one comes back, and one that works is drawn again. */
  private static Arbitrary<SecretHash> fewTokens() {
    return Arbitraries.integers()
        .between(1, 8)
        .map(name -> SecretHash.of("token-number-with-128-bits-" + name).get());
  }

  private static Arbitrary<Revoke> revocations() {
    return SharedValues.occasions().map(Revoke::new);
  }
}
