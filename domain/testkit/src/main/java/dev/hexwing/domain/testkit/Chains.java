package dev.hexwing.domain.testkit;

import dev.hexwing.domain.shared.DomainEvent;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;

/** Puts lives together out of beginnings and commands. */
final class Chains {

  private Chains() {}

  /** Lives with up to so many commands, some more often than others, read anew now and then. */
  static <B, C, S, E extends DomainEvent> Arbitrary<ActionChain<Life<C, S, E>>> of(
      Arbitrary<B> beginnings,
      Function<B, Subject<C, S, E>> subjects,
      int longest,
      List<Tuple.Tuple2<Integer, Arbitrary<? extends C>>> commands) {
    List<Tuple.Tuple2<Integer, Action<Life<C, S, E>>>> actions =
        commands.stream()
            .map(command -> Tuple.of(command.get1(), Life.<C, S, E>any(command.get2())))
            .toList();
    Action<Life<C, S, E>> rereading = Life.rereading();
    return beginnings
        .withoutEdgeCases()
        .flatMap(
            beginning -> {
              ActionChainArbitrary<Life<C, S, E>> chain =
                  ActionChain.startWith(() -> new Life<C, S, E>(subjects.apply(beginning)));
              for (Tuple.Tuple2<Integer, Action<Life<C, S, E>>> action : actions) {
                chain = chain.withAction(action.get1(), action.get2());
              }
              return chain.withAction(1, rereading).withMaxTransformations(longest);
            });
  }
}
