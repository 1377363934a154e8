package dev.hexwing.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.domain.access.RefreshTokenEvent;
import dev.hexwing.domain.access.RefreshTokenEvent.RefreshTokenReplayed;
import dev.hexwing.domain.access.RefreshTokenFamily;
import dev.hexwing.domain.access.RefreshTokenFamilySnapshot;
import dev.hexwing.domain.testkit.RefreshTokenLives.SignIn;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.statistics.StatisticsReport;

@StatisticsReport(onFailureOnly = true)
@Domain(HexwingDomain.class)
class RefreshTokenLifeTest {

  @Property
  void every_command_is_answered_as_the_rules_say(
      @ForAll SignIn signIn, @ForAll List<RefreshTokenCommand> commands) {
    Life<RefreshTokenCommand, RefreshTokenFamilySnapshot, RefreshTokenEvent> life =
        new Life<>(RefreshTokenLives.subject(signIn));
    commands.forEach(life::carryOut);
    Instant end = signIn.occasion().at().plus(signIn.lasting());
    new RefreshTokenModel(signIn.first(), end).accompany(life);
    life.steps()
        .forEach(
            step ->
                Cases.met(
                    "answer",
                    10,
                    step.refusalCode().getOrElse("taken"),
                    "taken",
                    "access.tokens-revoked",
                    "access.tokens-expired",
                    "access.token-successor-not-new"));
  }

  @Property
  void every_invariant_holds_in_every_life(
      @ForAll
          ActionChain<Life<RefreshTokenCommand, RefreshTokenFamilySnapshot, RefreshTokenEvent>>
              chain) {
    Story<RefreshTokenCommand, RefreshTokenFamilySnapshot, RefreshTokenEvent> story =
        chain.run().story();
    Invariant.checkAll(RefreshTokenInvariant.values(), story);
    boolean replayed = story.history().stream().anyMatch(RefreshTokenReplayed.class::isInstance);
    Cases.met("replayed", 20, replayed, true, false);
    assertThat(story.history()).isNotEmpty();
  }

  @Property
  void a_family_says_of_itself_what_it_is(@ForAll RefreshTokenFamily family) {
    RefreshTokenFamilySnapshot snapshot = family.snapshot();
    RefreshTokenFamily back = RefreshTokenFamily.reconstitute(snapshot);
    assertThat(back.snapshot()).isEqualTo(snapshot);
    assertThat(back.id()).isEqualTo(snapshot.familyId());
    assertThat(back.principalId()).isEqualTo(snapshot.principalId());
    assertThat(back.expiresAt()).isEqualTo(snapshot.expiresAt());
    assertThat(back.storedVersion()).isEqualTo(snapshot.version());
  }
}
