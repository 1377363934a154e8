package dev.hexwing.application.journey;

import dev.hexwing.domain.shared.DomainError;

/** Why a rebuild was not begun. */
public sealed interface RebuildRefusal extends DomainError {

  /** Another is under way, here or on another node. */
  record UnderWay() implements RebuildRefusal {
    @Override
    public String code() {
      return "rebuild.under-way";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "the journeys are being rebuilt already";
    }
  }

  /** The first events were deleted, so journeys would be missing. */
  record BeginningForgotten(long first) implements RebuildRefusal {
    @Override
    public String code() {
      return "rebuild.beginning-forgotten";
    }

    @Override
    public Kind kind() {
      return Kind.CONFLICT;
    }

    @Override
    public String message() {
      return "the beginning of the history is gone, it starts at place "
          + first
          + "; earlier journeys would be lost unless it is said that what is left is enough";
    }
  }
}
